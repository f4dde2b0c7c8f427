/** How a language that writes numbers with a decimal comma says what it counts. Words are folded, parted by spaces; `|` parts what may hold spaces. */
export interface FigureWords {
	/** Words behind a number that multiply it, by their power of ten. */
	readonly scales: Readonly<Record<3 | 6 | 9 | 12, string>>;
	/** What stands between such a word and what is counted: `2,3 milliards d’euros`. */
	readonly joint?: RegExp;
	readonly about: string;
	readonly least: string;
	readonly most: string;
	/** Verbs whose own preposition looks so: `verfügt über 600 Betten`. */
	readonly governs?: RegExp;
	/** Says no more than that it is so many. */
	readonly plain: string;
	/** What opens a range (`between`, `from`), and what stands within it, `to` by itself too. */
	readonly between: string;
	readonly from: string;
	readonly and: string;
	readonly to: string;
	/** Words before a number that number something rather than count it. */
	readonly numbering: string;
	/** Adjectives that stand before what is counted. */
	readonly adjectives: RegExp;
	/** What is counted, by its ending. */
	readonly noun: RegExp;
	/** Words that look so and are none, besides the stop words of the language. */
	readonly others: string;
}

const none = /^(?!)/;

const scandinavian: FigureWords = {
	scales: {
		3: 'tusen tusind',
		6: 'million millioner miljon miljoner mio mill mn',
		9: 'milliard milliarder miljard miljarder mia mrd md',
		12: 'billion billioner biljon biljoner',
	},
	about: 'cirka|circa|ca.|omkring|omtrent|ungefär|rundt|runt|nästan|næsten|nesten|knapt|knappt',
	least: 'mindst|minst|over|över|mere end|mer enn|mer än|flere end|fler än|flere enn',
	most: 'højst|høyst|högst|maks|op til|opp til|upp till|under|mindre end|mindre enn|mindre än',
	plain: 'kun|bare|bara|endast',
	between: 'mellem|mellom|mellan',
	from: 'fra|från',
	and: 'og|och',
	to: 'til|till|eller',
	numbering: 'nr nummer side sida artikel paragraf kapitel kapittel bind tabel tabell figur fase fas linje lov version sak sag',
	adjectives: /^(?:små|nye|nya|store|stora|unge|unga|andre|andra)$/,
	noun: /(?:er|ar|or|re|[ndt][ae])$|^(?:barn|ton|tonn|hus|år|liter|meter|folk|døde|döda|gange|gånger|fartyg|skip|skibe)$/,
	others: 'eller efter etter över over under var har er när der her hver etter uder ellers især',
};

/** By language. Others with a decimal comma (Finnish, Czech, Hungarian) have their numbers read, and units that English has too. */
export const figureWords: ReadonlyMap<string, FigureWords> = new Map(
	Object.entries({
		de: {
			scales: {
				3: 'tausend tsd',
				6: 'million millionen mio',
				9: 'milliarde milliarden mrd',
				12: 'billion billionen',
			},
			about: 'rund|etwa|ca.|circa|zirka|ungefähr|knapp|gut|fast|nahezu|beinahe|annähernd|schätzungsweise',
			least: 'mindestens|wenigstens|über|mehr als|nicht weniger als',
			governs:
				/(?<!\p{L})(?:verfüg|bericht|informier|diskutier|berat|verhandel|abgestimm|stimm|entscheid)\p{Ll}*\s(?:(?!über\s)[^.,;:]){0,60}über\s$/iu,
			most: 'höchstens|maximal|weniger als|bis zu|nicht mehr als',
			plain: 'nur|lediglich|bloß|insgesamt|genau',
			between: 'zwischen',
			from: 'von',
			and: 'und',
			to: 'bis|auf|oder',
			numbering:
				'nr nummer artikel art paragraf paragraph § §§ absatz abs satz seite seiten s kapitel kap band bd abbildung abb tabelle tab ziffer ziff zeile ' +
				'raum zimmer linie tag klasse stufe version teil phase platz rang gruppe halle gleis formel block haus saal spur etage kategorie punkt',
			// `12 kleine Betriebe`, `14 getötete Menschen`; what else ends in -te is a verb.
			adjectives:
				/^(?!(?:dies|jen|jed|welch|all|sein|ihr|ein|kein|mein|unser|solch|de)er?e?$|(?:über|unter|aber|oder|wieder|w[uäe]r?rde|wäre|habe|ohne|immer|jahre)$)(?:(?:ge|be|ver|zer|er|ent)\p{Ll}{3,}te|\p{Ll}{2,}(?:(?<!t)e|er))$/u,
			noun: /^\p{Lu}\p{L}{2,}/u,
			others: 'uhr',
		},
		fr: {
			scales: { 3: 'mille', 6: 'million millions', 9: 'milliard milliards md mds', 12: '' },
			joint: /^ (?:de |d['’])/,
			about: 'environ|quelque|près de|presque|à peu près|autour de|approximativement|une estimation de',
			least: 'au moins|plus de|au minimum',
			most: 'au plus|moins de|au maximum|jusqu’à',
			plain: 'seulement|à peine|exactement',
			between: 'entre',
			from: 'de',
			and: 'et',
			to: 'à|ou',
			numbering:
				'n° nº numéro article articles art page pages p pp chapitre alinéa tome volume tableau figure annexe ligne phase étape chambre salle loi point section ' +
				'titre route groupe niveau lot version quai bâtiment',
			adjectives:
				/^(?:petite?s|grande?s|nouveaux|nouvelles|autres|jeunes|vieux|vieilles|ancien(?:ne)?s|premi(?:er|ère)s|derni(?:er|ère)s|bon(?:ne)?s)$/,
			noun: /\p{Ll}{2}[sx]$/u,
			others: 'dans sans sous plus moins puis apres mais vers des lors tres depuis selon hors',
		},
		es: {
			scales: { 3: 'mil', 6: 'millon millones', 9: '', 12: 'billon billones' },
			joint: /^ de /,
			about: 'unos|unas|cerca de|alrededor de|casi|aproximadamente|en torno a',
			least: 'al menos|por lo menos|como mínimo|más de|mínimo',
			most: 'como máximo|menos de|hasta|a lo sumo|máximo',
			plain: 'solo|sólo|apenas|solamente|únicamente|exactamente',
			between: 'entre',
			from: 'de',
			and: 'y',
			to: 'a|o',
			numbering:
				'n.º nº n° núm número artículo artículos art página páginas pág p pp capítulo cap tomo volumen cuadro tabla figura ley línea fase etapa sección ' +
				'párrafo decreto sala ruta grupo anexo apartado punto inciso versión',
			adjectives: /^(?:pequeñ[oa]s|grandes|nuev[oa]s|otr[oa]s|primer[oa]s|últim[oa]s|jóvenes|antigu[oa]s|divers[oa]s)$/,
			noun: /\p{Ll}{2}s$/u,
			others: 'mas menos tras antes despues entonces mientras ademas pues detras jamas',
		},
		it: {
			scales: { 3: 'mila mille', 6: 'milione milioni mln', 9: 'miliardo miliardi mld', 12: '' },
			joint: /^ di /,
			about: 'circa|quasi|intorno a|all’incirca|approssimativamente|pressoché',
			least: 'almeno|più di|oltre|non meno di',
			most: 'al massimo|meno di|fino a|al più|non più di',
			plain: 'solo|soltanto|appena|solamente|esattamente',
			between: 'tra|fra',
			from: 'da|dai|dal',
			and: 'e',
			to: 'a|ai|al|o',
			numbering:
				'n n. nº n° numero articolo articoli art comma pagina pagine pag p pp capitolo cap volume tabella figura legge linea fase sezione paragrafo decreto ' +
				'sala gruppo allegato punto lettera livello versione aula',
			adjectives: /^(?:piccol[ie]|grandi|nuov[ie]|altr[ie]|giovani|prim[ie]|ultim[ie]|vecch[ie]|divers[ie])$/,
			noun: /\p{Ll}{2}[ieàù]$|^(?:uova|paia|migliaia|centinaia|bar|film|gol|ettolitri)$/u,
			others: 'dove come mentre oltre inoltre insieme anche invece quindi poi dei delle alle nelle sulle dalle negli degli sugli essere',
		},
		pt: {
			scales: { 3: 'mil', 6: 'milhao milhoes', 9: 'bilhao bilhoes', 12: 'trilhao trilhoes' },
			joint: /^ de /,
			about: 'cerca de|aproximadamente|quase|uns|umas|em torno de|perto de|por volta de',
			least: 'pelo menos|ao menos|mais de|no mínimo|acima de',
			most: 'no máximo|menos de|até',
			plain: 'apenas|só|somente|exatamente',
			between: 'entre',
			from: 'de',
			and: 'e',
			to: 'a|ou',
			numbering:
				'n.º nº n° número artigo artigos art página páginas pág p pp capítulo cap tomo volume quadro tabela figura lei linha fase etapa secção seção parágrafo ' +
				'decreto sala grupo anexo ponto inciso versão nível',
			adjectives: /^(?:pequen[oa]s|grandes|nov[oa]s|outr[oa]s|primeir[oa]s|últim[oa]s|jovens|antig[oa]s|divers[oa]s)$/,
			noun: /\p{Ll}{2}s$/u,
			others: 'mais menos apos mas depois antes enquanto alem pois atras jamais apenas',
		},
		nl: {
			scales: { 3: 'duizend', 6: 'miljoen mln', 9: 'miljard mld', 12: 'biljoen' },
			about: 'ongeveer|circa|ca.|zo’n|bijna|rond|rond de|nagenoeg|ruwweg|naar schatting',
			least: 'minstens|ten minste|tenminste|minimaal|meer dan|ruim|op zijn minst',
			most: 'hoogstens|maximaal|minder dan|ten hoogste|tot wel',
			plain: 'slechts|maar|precies|in totaal',
			between: 'tussen',
			from: 'van',
			and: 'en',
			to: 'tot|naar|of',
			numbering:
				'nr nummer artikel art lid pagina blz p hoofdstuk wet tabel figuur lijn fase bijlage kamer zaal deel paragraaf regel versie groep niveau punt',
			adjectives: /^(?:kleine|grote|nieuwe|andere|jonge|oude|eerste|laatste|lokale|buitenlandse)$/,
			noun: /\p{Ll}{2}(?:en|s)$|^(?:jaar|(?:kilo|centi)?meter|ton|man|hectare|kilo|liter|keer|km)$/u,
			others:
				'uur tegen samen tussen binnen buiten worden hebben werden waren moeten kunnen eens sinds naast tijdens volgens alleen zijn zouden mogen',
		},
		pl: {
			scales: {
				3: 'tysiac tysiace tysiecy tys',
				6: 'milion miliony milionow mln',
				9: 'miliard miliardy miliardow mld',
				12: 'bilion biliony bilionow bln',
			},
			about: 'około|ok.|blisko|prawie|niemal|w przybliżeniu|mniej więcej',
			least: 'co najmniej|przynajmniej|ponad|więcej niż|powyżej|minimum',
			most: 'co najwyżej|najwyżej|mniej niż|poniżej|maksymalnie|nie więcej niż',
			plain: 'tylko|zaledwie|jedynie|łącznie|dokładnie',
			between: 'między|pomiędzy',
			from: 'od|z',
			and: 'a|i',
			to: 'do|lub|albo',
			numbering:
				'nr numer art artykuł artykułu ust pkt str strona stronie rozdział rozdziału tom tabela rysunek rys poz § par paragraf lit etap linia sala sali',
			adjectives: /^\p{Ll}{2,}(?:ych|ich|ne|we|kie|skie|dzkie)$/u,
			noun: /^(?!\p{L}*(?:[aeęiy](?:ło|li)|[ao]no)$)\p{L}{3,}$/u,
			others: 'oraz przez jest dla przed sie nie lub albo bylo byly tego roku lat roku r',
		},
		ru: {
			scales: {
				3: 'тысяча тысячи тысяч тыс',
				6: 'миллион миллиона миллионов млн',
				9: 'миллиард миллиарда миллиардов млрд',
				12: 'триллион триллиона триллионов трлн',
			},
			about: 'около|примерно|приблизительно|почти|порядка|ориентировочно',
			least: 'не менее|как минимум|минимум|по меньшей мере|по крайней мере|более|более чем|больше|свыше',
			most: 'не более|не более чем|максимум|менее|менее чем|меньше',
			plain: 'лишь|всего|только|ровно',
			between: 'между',
			from: 'от|с',
			and: 'и',
			to: 'до|или',
			numbering:
				'ст статья статье статьи стр страница странице с глава главе п пункт пункте часть № номер таблица таблице рис рисунок том закон ч линия раздел',
			adjectives: /^\p{Ll}{2,}(?:ых|их)$/u,
			noun: /^(?!(?!(?:недел|мил|дол|капл|земл|модел|цел|рол)и$)\p{L}*л[ио](?:сь)?$)\p{L}{3,}$/u,
			others: 'года году год годах годов для или как что над под при через также',
		},
		uk: {
			scales: {
				3: 'тисяча тисячі тисяч тис',
				6: 'мільйон мільйона мільйони мільйонів млн',
				9: 'мільярд мільярда мільярди мільярдів млрд',
				12: 'трильйон трильйони трильйонів трлн',
			},
			about: 'близько|приблизно|майже|орієнтовно',
			least: 'щонайменше|не менше|не менш як|не менше ніж|понад|більше|більше ніж|більш як|принаймні',
			most: 'не більше|не більше ніж|не більш як|щонайбільше|менше|менше ніж|менш як|максимум',
			plain: 'лише|тільки|всього|усього',
			between: 'між',
			from: 'від|з',
			and: 'і|та|й',
			to: 'до|або',
			numbering:
				'ст стаття статті стор сторінка сторінці с глава п пункт пункті частина № номер таблиця рис рисунок том закон ч лінія розділ',
			adjectives: /^\p{Ll}{2,}(?:их|іх)$/u,
			noun: /^(?!\p{L}*(?:[аиіуяю]л[ио]|л[аио]ся|[ае]но)$)\p{L}{3,}$/u,
			others: 'року році рік роках років для або як що над під при через також від було',
		},
		tr: {
			scales: { 3: 'bin', 6: 'milyon mn', 9: 'milyar mlr', 12: 'trilyon' },
			about: 'yaklaşık|takriben|neredeyse|aşağı yukarı',
			least: 'en az|asgari',
			most: 'en fazla|en çok|azami',
			plain: 'yalnızca|sadece|toplam|ancak',
			between: '',
			from: '',
			and: 'ile|ila',
			to: 'veya',
			numbering: 'no numara madde sayfa bölüm cilt tablo şekil fıkra bent hat salon',
			adjectives: none,
			noun: /^\p{Ll}{3,}$/u,
			others: 'yil yilinda yilindan ile icin gibi kadar veya daha olan olarak ekim ocak',
		},
		da: scandinavian,
		sv: scandinavian,
		nb: scandinavian,
		nn: scandinavian,
		no: scandinavian,
	} satisfies Record<string, FigureWords>),
);
