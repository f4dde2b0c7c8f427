import { isContentWord } from '../text/stopWords.ts';
import { givenNames, isKnownPlace, isPeople, leadingFamilyNames } from './extraction/nameLists.ts';
import { singularOfWord } from './formWords.ts';
import { isActionWord, isGeneralNoun, isTimeWord } from './wordLists.ts';

/** Nouns of everyday English, in the singular: a sentence may say what they are, and still nobody asks for a card on them. */
const everydayNouns = new Set(
	`ability absence accident account act action activity address adult advance advantage advice afternoon age agreement aid aim air amount anger animal answer
	apartment apple argument arm army arrival art article attempt attention aunt author autumn award baby background bag ball bank bar base basis bath
	battle beach bean bear beauty bed bedroom beer beginning belief bell belt benefit bicycle bike bill bird birth birthday black blood blue board boat body
	bomb bone book border boss bottle bottom bowl box boy brain branch bread break breakfast breath bridge brother brown brush budget building bus business
	butter button cake call camera camp campaign capital car card care career case cash cat cause cell center centre century ceremony chain chair chairman
	challenge chance change chapter character charge charity cheese chicken child childhood choice church circle citizen city class clock cloth clothes
	cloud club coach coal coast coat coffee cold collection colour color column comfort command comment commitment committee community company comparison
	competition complaint computer concern conclusion condition conference confidence conflict connection content contract control conversation cook copy
	corner cost council country countryside couple courage course court cousin cover cow cream crew crime crisis crop cross crowd cup curtain custom customer
	damage dance danger dark data daughter dawn day dead deal death debate debt decade decision decline defeat defence defense degree delay demand democracy
	department desert design desire desk detail development dialog dialogue diary difference difficulty dinner direction director dirt disaster discipline discovery
	discussion disease dish distance district doctor document dog dollar door doubt dream dress drink driver driving drop drug dust duty ear earth east eating
	economy edge education effect effort egg election emotion employee employer employment end enemy energy engine engineer entrance environment equality
	error escape essay estate evening event evidence example exchange excitement excuse exercise existence expense experience expert explanation expression
	eye face fact factor factory failure faith fall fame family farm farmer farming fashion fat fate father fault favour favor fear feature feeling female
	fence festival field fight fighting figure file film fire firm fish fishing flag flat flight floor flour flower focus folk food foot football force forest
	forgiveness form fortune foundation freedom friend friendship fruit fuel fun funeral fur furniture future game gap garden gas gate generation gift girl
	glass goal god gold good government grain grandfather grandmother grass grave gray green grey ground group growth guard guest guide guilt gun guy habit
	hair hall hand happiness harbour harbor harm harvest hat head health heart heat heaven height hell help hero hill history hobby hole holiday home honesty
	honour honor hope horse hospital host hotel hour house household housing human humour humor hunger hunting husband ice idea identity ignorance illness
	image impact importance impression improvement income increase independence individual industry inflation influence information injury innocence inquiry
	insect inside insurance intelligence intention interest internet interview introduction investment invitation iron island issue item job jobs joke journal
	journalist journey joy judge judgment juice justice key kid king kiss kitchen knee knife knowledge label labour labor lack lady lake lamp land landlord
	landscape language laughter law lawyer leader leadership leaf learning leather lecture leg leisure lesson letter level liberty library lie life light
	limit line link lip list literature living loan location loss love luck lunch machine magazine mail majority male man management manager map march mark
	market marriage master match material matter meal meaning measure meat media medicine meeting member memory men message metal method middle milk mill mind
	mine minister minority minute mirror miss mission mistake model moment money month mood moon morning mother motion motor mountain mouth move movement
	movie mud murder museum music mystery name nation nature necessity neck need neighbour neighbor nerve network news newspaper night noise north nose note
	notice novel number nurse object occasion ocean offer office officer official oil opening opera operation opinion opportunity opposition option order
	organisation organization origin outcome output outside owner page pain paint painting pair panel pants paper parent park parliament part partner party
	passage passion past path patience patient pattern pause pay payment peace pen pension people performance period permission person phone photo photograph
	phrase piano picture piece pig pipe place plan plane plant plastic plate play player playing pleasure plenty pocket poem poet poetry point poison police
	policy politics pollution pool population port position possession possibility post pot potato potatoes poverty power practice praise prayer presence
	present president press pressure price pride priest prison prisoner privacy prize problem procedure process product profession professor profit programme
	program progress project promise proof property proposal protection protest public publication pupil purpose quality quantity quarter queen question quiet
	race radio rail railway rain range rate reaction reader reading reality reason record recovery red reduction reform region regret relation relationship
	relative relief religion rent repair report reputation request rescue research resident resource respect response responsibility rest restaurant result
	retirement return revenge review revolution reward rice rich ring rise risk river road rock role roof room root rope rose route rule running safety sail
	sailor salary sale salt sand scale scene school science scientist screen sea search season seat second secret section security seed self sense sentence
	series service session sex shadow shame shape share sheep sheet ship shirt shock shoe shop shopping shore shot shoulder show sight sign silence silver
	singer singing sister site situation size skill skin sky sleep sleeping smell smile smoke smoking snow soap society sock soil soldier solution son song
	sound soup source south space speaker speaking speech speed spirit sport spring square stability staff stage stair stand standard star start state
	statement station status step stick stock stomach stone store storm story stranger strategy stream street strength stress strike structure struggle student
	study stuff style subject success sugar suggestion suit summer sun supper support surface surprise swimming system table tale talent talk talking tax tea
	teacher teaching team tear technology telephone television temperature temple tension term test text thanks theatre theater theme theory thing thinking
	thought threat throat ticket time title tobacco today toe tomato tone tongue tool tooth top topic total touch tour tourism tourist town toy track trade
	tradition traffic train training transport travel traveling travelling treatment tree trend trial trip trouble truck trust truth try turn type uncle understanding
	union unit unity university use user value vegetable vehicle version victim victory view village violence virtue visit visitor voice volume vote voter
	voting wage waiting walk walking wall war waste watch water wave way weakness wealth weapon weather web wedding week weekend weight welfare well west
	wheat wheel white whole wife will willing wind window wine wing winner winning winter wisdom wish witness wolf woman women wonder wood wool word work
	worker working world worry worth writer writing wrong yard year yellow yesterday yield youth zone everybody tonight mum dad mom granny grandad
	translation museum museums ferry tram tower bakery archive exhibition cooking baking cleaning growing parking planning building weaving dancing swimming`
		.split(/\s+/)
		.filter((word) => word !== ''),
);

/** Words whose capital may be a name's (`Split`, `Nice`, `Reading`), and which as often open a sentence as a verb, an adjective or a button. */
const namesLikeWords = new Set(
	`split nice mobile reading reply turkey cork bath hull buffalo orange deal rugby sandwich barking hook wells battle ash sale dale ware rye eye settle crook
	bury street march may bend aurora hope grace joy faith signal slack zoom medium square stripe target shell gap visa chase discover delta shift switch swift
	rust go basic post share delete submit contact search login subscribe follow like archive archives comment comments tags email edit next previous male
	lead limerick essen worms spa bad bern`
		.split(/\s+/)
		.filter((word) => word !== ''),
);

/** Whether a name of this one word is more often no name where a capital proves nothing, at the start of a sentence. */
export function isNameLikeWord(folded: string): boolean {
	return namesLikeWords.has(folded) || isOrdinaryWord(folded);
}

/** Whether a folded family name is hardly anything else: no word, place, people, given name or name of three letters that thousands bear. */
export function isDistinctFamily(folded: string): boolean {
	return (
		folded.length > 3 &&
		!isNameLikeWord(folded) &&
		!givenNames.has(folded) &&
		!leadingFamilyNames.has(folded) &&
		!isKnownPlace(folded) &&
		!isPeople(folded)
	);
}

/** Whether a folded English word is too ordinary to be a term by itself, however a document defines it. */
export function isOrdinaryWord(folded: string): boolean {
	const key = singularOfWord(folded);
	return (
		everydayNouns.has(key) ||
		everydayNouns.has(folded) ||
		!isContentWord(folded) ||
		isGeneralNoun(folded) ||
		isGeneralNoun(key) ||
		isTimeWord(key) ||
		isTimeWord(folded) ||
		isActionWord(folded)
	);
}
