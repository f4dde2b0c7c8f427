import { foldWord } from '../../text/normalise.ts';
import { tokenise } from '../../text/tokenise.ts';

/**
 * Small closed lists by which names get their kind. Words are compared folded (`text/normalise`), phrases as folded words with one space.
 * Only words that do this job in any collection; never somebody's or something's own name, but for countries and their parts.
 */
function set(words: string): ReadonlySet<string> {
	return new Set(words.split(/\s+/).filter((word) => word !== ''));
}

/** Last words of organisations. */
export const organisationEnds = set(`
	center centre institute institution project news inc ltd limited llc corp corporation company co university college school academy foundation association
	committee council commission commissioner agency bank party union court police society network coalition alliance federation group times post press
	herald journal gazette tribune chronicle observer guardian telegraph magazine monitor review watch international fund office bureau department ministry
	authority service services army navy force forces guard board hospital clinic church club team organization organisation organizations
	movement front trust mission parliament congress senate assembly cabinet administration government embassy consulate tribunal league
	consortium partners partnership industries airlines airways railways records studios entertainment pictures television radio broadcasting orchestra
	museum library laboratory laboratories house taskforce cooperative cooperatives brigade regiment battalion squad guild collective forum chamber
	exchange holdings systems technologies motors bank brothers sons associates secretariat directorate inspectorate ombudsman shelter clinic
	consultants robotics mosque synagogue cathedral
	plc llp pllc gmbh kgaa ag sa nv kk ab asa oy oyj bv srl sarl pty sdn bhd pjsc jsc ojsc dac cic fze fzco dmcc gbr aps kft zrt ltda lda eurl railway railways railroad lines nations division corps fleet squadron
`);

/** Words that begin an organisation's name before `of`, `for`, `on`. */
export const organisationHeads = set(`
	ministry department bureau office agency committee council commission center centre institute university college school academy bank court board
	association federation union league society organization organisation house church congress parliament assembly coalition alliance network
	campaign citizens lawyers doctors reporters friends physicians journalists engineers women mothers students workers teachers scientists
	foundation fund group movement front army party directorate secretariat service chamber observatory museum library hospital faculty division
	authority conference forum inspectorate tribunal mission panel working archives archive
`);

/** Last words of laws, treaties and the like. */
export const lawEnds = set(`
	act law bill code convention treaty protocol agreement constitution charter directive regulation regulations declaration accord accords covenant amendment
	statute ordinance decree pact resolution conventions laws principles
`);

/** Last words of programmes and plans. */
export const programmeEnds = set(
	'program programme scheme plan initiative campaign programs programmes operation strategy framework roadmap award prize awards',
);

/** Last words of places. */
export const placeEnds = set(`
	river lake mountain mountains mount island islands county province city town village street avenue road lane quay pier wharf highway motorway boulevard square bay sea ocean valley desert
	peninsula strait straits gulf district region prefecture state states republic kingdom park bridge airport port harbour harbor beach forest
	canyon hills hill falls creek coast canal territory territories heights plateau basin delta cape isle isles
`);

/** Of the last words of places those that are family names as often. */
export const familiesToo = set('park hill hills lake lane forest beach bay mount bridge street');

/** First words of places. */
export const placeStarts = set(
	'lake mount mt fort port cape san santa saint st new north south east west northern southern eastern western central upper lower gulf isle republic',
);

/** Whether a word may begin or end the name of an institution, place, law or programme. */
export function isHead(folded: string): boolean {
	return (
		organisationHeads.has(folded) ||
		lawEnds.has(folded) ||
		placeEnds.has(folded) ||
		organisationEnds.has(folded) ||
		programmeEnds.has(folded)
	);
}

const directions = set(
	'north south east west northern southern eastern western central southeast southwest northeast northwest middle mid upper lower',
);
export function isDirection(folded: string): boolean {
	return directions.has(folded);
}

/** Titles before a person's name; they are not part of it. */
export const titles = set(`
	mr mrs ms miss mx mme mlle herr frau señor señora sr sra dr prof professor hon cllr president minister prime senator sen representative rep congressman congresswoman judge justice general gen colonel
	col captain capt major maj lieutenant lt sergeant sgt corporal admiral commander officer detective inspector sheriff governor gov mayor chairman
	chairwoman chairperson chair secretary ambassador king queen prince princess duke duchess lord lady sir dame pope bishop archbishop cardinal father
	sister brother rev reverend rabbi imam sheikh shaikh ayatollah sultan emperor chancellor premier director attorney counsel deputy vice former
	coach spokesman spokeswoman spokesperson commissioner councillor councilor councilman councilwoman brigadier marshal coroner constable private count baron earl baroness viscount superintendent
`);

/** What somebody is in a court, before the name: `Plaintiff Delia Marchetti`, `Defendant Cascade Bike Share`. */
export const parties = set(
	'plaintiff plaintiffs defendant defendants appellant appellants respondent respondents petitioner claimant complainant',
);

/** What somebody may write behind the name. */
export const honours = /^(?:KC|QC|MP|MEP|MSP|CBE|OBE|MBE|KBE|DBE|GBE|FRS|PhD|Esq)$/;

/** What people are: nouns that stand before or behind a name and say who somebody is. */
export const roles = set(`
	activist advocate adviser advisor actor actress administrator advocate agent aide ambassador analyst anthropologist architect artist assistant associate
	attorney author banker biologist bishop blogger broker candidate captain ceo chair chairman chairperson chairwoman chef chemist chief clerk coach
	columnist commander commissioner composer consultant coordinator co-founder cofounder councillor councilor counsel counselor counsellor critic curator
	dean delegate dentist deputy designer detective developer diplomat director doctor economist editor educator engineer entrepreneur executive expert
	farmer filmmaker fellow founder general governor head heroine hero historian inspector instructor inventor investigator investor journalist judge jurist
	justice king lawmaker lawyer leader lecturer legislator lobbyist manager mayor mechanic member minister musician negotiator novelist nurse nun officer
	official operator organiser organizer owner painter partner pastor philosopher photographer physician physicist pilot planner playwright poet policeman
	politician premier president presenter priest principal producer professor programmer prosecutor psychiatrist psychologist publisher queen
	rapporteur receptionist refugee reporter representative researcher resident scholar scientist secretary senator sergeant sheriff singer sociologist
	soldier solicitor speaker specialist spokesman spokesperson spokeswoman strategist student supervisor surgeon survivor teacher technician
	master skipper harbourmaster warden convenor convener alderman registrar bursar provost
	therapist trader trainer translator treasurer trustee veteran vice-president victim volunteer witness worker writer
	accountant anaesthetist angler apprentice arbitrator archaeologist archivist assessor astronomer auditor backbencher barrister bookkeeper botanist bricklayer
	cameraman campaigner cardiologist caretaker carpenter chairlady chaplain climatologist colleague conservationist correspondent councilman councilwoman
	criminologist dermatologist diver docker draughtsman ecologist electrician embryologist envoy epidemiologist ethicist examiner ferryman financier firefighter
	fisherman fisherwoman foreman forester freelancer gamekeeper geographer geologist geophysicist glaciologist gynaecologist headmaster headmistress headteacher
	hydrologist imam immunologist informant intern interpreter lieutenant librarian linguist mariner mathematician mediator meteorologist microbiologist midwife
	miner neighbour neighbor neurologist neuroscientist notary oceanographer ombudsman oncologist orderly ornithologist paediatrician paralegal paramedic
	pathologist pediatrician pharmacist pharmacologist physiologist plumber policewoman postman protester puppeteer radiologist ranger rector sailor seafarer
	seismologist shepherd shipwright shopkeeper statistician stevedore stonemason superintendent surveyor theologian toxicologist undersecretary
	veterinarian vicar virologist volcanologist welder whistleblower whistle-blower zoologist
`);

/** Of these roles those that are family names as often: `Mr Shepherd`, `ANA CARPENTER:`. With a title, or as the last word of a name, they are one. */
export const tradeNames = set('angler carpenter diver docker foreman forester mariner miner plumber ranger sailor shepherd vicar welder');

/** Who somebody is to others: what stands before a name as a role does. */
export const kin = set(`
	husband wife widow widower brother sister father mother son daughter uncle aunt cousin partner colleague nephew niece grandson granddaughter grandfather
	grandmother stepson stepdaughter stepfather stepmother neighbour neighbor friend flatmate classmate girlfriend boyfriend fiance fiancee
`);

/** Given names that are frequent in many countries; a first word of two or three capitals that is one is a person's. */
export const givenNames = set(`
	james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin
	brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander
	frank patrick raymond jack dennis jerry tyler aaron jose henry adam douglas nathan peter zachary kyle walter ethan jeremy harold keith christian roger noah
	gerald carl terry sean austin arthur lawrence jesse dylan bryan joe jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene
	vincent russell elijah louis bobby philip johnny mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra
	ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda
	pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria
	kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean alice
	julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori
	ahmed mohammed muhammad mohamed ali hassan hussein omar ibrahim khalid yusuf abdul abdullah fatima aisha maryam leila amina carlos luis jorge miguel pedro
	antonio manuel francisco fernando rafael sergio ricardo eduardo pablo diego javier carmen rosa ana lucia elena sofia giovanni marco giuseppe luigi paolo
	francesca giulia pierre jacques michel claude philippe francois nicolas sophie claire camille hans klaus jurgen wolfgang karl heinz ursula ingrid sven
	lars erik anders bjorn nils astrid ivan dmitri vladimir sergei alexei nikolai mikhail boris natalia olga tatiana svetlana irina wei ming hiroshi
	takashi kenji yuki akira keiko yoko haruto raj anil sunil ravi priya anita sanjay vijay deepak amit nguyen kwame kofi nelson desmond thabo samuel
	tim tom jim bob bill mike dave steve chris matt dan ben sam alex nick greg jeff ken ron ray ted fred hillary barack george ronald kate jane rose lucy
	bernard emile ernst marta rob jo bora nadia hinrich ines isabel isabelle pilar lucia teresa beatriz javier josefa ramon andres alberto alvaro enrique
	felipe gustavo hector ignacio jaime joaquin julian mario mateo raul roberto ruben salvador santiago tomas victor vicente consuelo dolores esperanza
	etienne gerard gilles guillaume henri jerome laurent luc lucien marcel maurice pascal rene thierry yves yvonne helene juliette margaux odile
	andreas bernd dieter eberhard friedrich gerhard gunther heinrich helmut hermann horst johann johannes josef jorg jurgen katrin klara lena liesel
	lukas manfred matthias otto petra reinhard rolf rudolf sabine sebastian siegfried stefan stefanie thorsten ulrich uwe werner wilhelm
	alessandro andrea antonella bruno carlo chiara cristina dario elisa enzo fabio federico filippo franco lorenzo luca massimo matteo michele pietro
	salvatore silvia stefano vincenzo agnes alistair angus archibald barry beatrice bernice cecil clive colin craig deirdre derek duncan edith edwin eileen
	elsie ernest ethel fergus fiona gareth geoffrey gilbert gordon graham gwen harriet harvey hazel henrietta herbert hilda hugh ian irene isaac ivor
	jasper jeremiah joel keira leonard leslie lionel liam louise lydia mabel malcolm margery maureen mavis mildred moira muriel neil nigel nora norman
	oscar oswald owen phyllis reginald rhys rory roderick sheila sidney simon stanley stuart susannah sylvia tessa trevor una valerie winifred
	aleksandr andrzej anton dragan goran igor jan jana jaroslav jelena jiri josip juraj katarina krzysztof leonid ljubica maciej magdalena marek mateusz
	milan milena milos mirjana nikola oksana oleg pavel petr piotr sergej slobodan stanislav tamara tomasz vera vesna viktor yuri zoran
	arne astri eino gudrun gunnar hakan harald henrik ingmar ingvar jens jorgen kjell knut leif magnus mette mikko olaf ole oskar per pia rasmus sigrid
	soren stig tove ulf abdelkader abena adebayo amadou amara aminata ayodele chidi chinua chioma emeka farah fatou hamid hamza hasan ismail jamal karim
	khadija layla mahmoud mariam mehmet moussa mustafa nadia nasser ngozi noor olufemi osman rania salim samira tariq yasmin zainab aarav aditi arjun
	asha deepa gita kavita lakshmi meera mohan nisha pooja rahul rajesh ramesh sanjay shanti sita suresh uma vikram akiko emiko fumiko haruki hiroko
	jiro kazuo kenta mariko masako michiko naoko noriko satoshi shinji taro yoshiko yumiko
	max nathaniel danny eleanor eleanora caroline alison harry toby oliver charlie chloe beth freddie gemma frederick leo theo adrian damian dominic callum
	euan ewan hamish kieran declan connor conor brendan siobhan niamh aoife marcus giles hugo rupert piers jemima imogen eloise phoebe rosalind bernadette
	genevieve josephine theodore edgar clarence leroy marvin melvin curtis darren tracey trudy sunita rekha sarita neha georgi hristo dimitar ivaylo todor
	plamen rositsa lynne lorraine maxine yvette jayne joanna joanne kirsty kirsten lesley louisa lucinda marianne marjorie miranda miriam natasha nathalie
	nina pauline philippa polly roxanne sally serena sonia sonya suzanne tanya tracy vanessa veronica vivienne yolanda abigail agatha alicia amelia
	anastasia annabel annette antonia belinda bridget brigitte cassandra cecilia celia clara cornelia delia doreen eliza ella elsa erica esther eunice eva
	evangeline frieda georgina geraldine gertrude gillian greta gwendolyn hilary imelda ingeborg alec alfred algernon alvin andre archie arnold aubrey
	benedict bertram brett cedric cornelius cyril damien darryl dougal dwight edmund eldon elliot elliott emmanuel ezra felix ferdinand fergal finlay gavin
	godfrey hubert ignatius isaiah jarvis jake jared jeffery jermaine jimmy jonas josiah julius kurt lachlan laurence lewis luke maximilian mervyn micah
	mortimer neville olivier orville percival quentin raphael reuben rodney roland ronnie rufus russ seth silas terence thaddeus tobias tommy tony travis
	tristan wilbur wilfred wilfrid zack
	kari ann anne ellen jill jenny katie susie tina wendy molly megan monica naomi
	abby alain alana alejandro alexandra allison alyssa andy annie aissatou audrey aurelie bernie bethany beto bianca birgit boubacar brad bradley caitlin
	caleb carla carrie cassie cathy celine charlene cheikh claudia clint colleen connie cory courtney darlene darnell darrell deb debbie derrick deshawn
	devin doug dustin dwayne edna edouard elaine elodie emilie erin evan fatoumata felicia gail gina giorgio gisela glenda heidi jackie jacquelyn jamie
	janelle jay jeanne jeannette jeannie jenna jessie joann joao jodi johan jon juanita kamala kara karin karla katrina keisha kelli kelsey kendra khaled
	krista kristen kristin kristina lamar latasha latoya leah lillian lindsay lindsey lonnie loretta lucas lucille luiz lupita mallory mamadou manon marcia
	margie marissa marlene marsha mathilde meredith mitch mitt modou monika monique nadine oumar ousmane paula paulo peggy pete phillip priscilla rachael
	ramona raquel reggie renate renee rhonda rick ricky rita roberta robyn sabrina sandrine sebastien seydou shane shannon shaun shawn shawna sheldon shelly
	sherri sheryl sonja stacey stacy stephane tabitha tamika tammy tara tasha terrence thiago todd toni tonya trent tricia tulsi tyrone vicki vince virginie
	vivian wanda wilma youssef zeinab zoe
`);

/** Family names that stand before the given name; the given name often has a hyphen. */
export const leadingFamilyNames = set(
	'kim lee park choi jung jeong kang cho yoon jang lim han oh seo shin kwon hwang ahn song ryu yoo hong ko moon bae baek nam chen wang li zhang liu yang huang zhao wu zhou xu sun ma hu guo lin luo',
);

/** Verbs of saying behind or before a name. */
export const sayingVerbs = set(`
	says said say saying tells told adds added argues argued explains explained notes noted writes wrote claims claimed believes believed warns warned
	asks asked replied replies insists insisted recalls recalled observes observed states stated declared concluded suggests suggested testified
	complained acknowledged admitted announced denied denies maintains maintained contends contended estimates estimated predicted commented remarked
	recounted reported reports stressed emphasized emphasised urged alleges alleged refutes refuted thinks refuses pointed
`);

/** Months, days, and others that are written with a capital and name nothing to explain. */
export const calendarWords = set(`
	january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
	monday tuesday wednesday thursday friday saturday sunday christmas easter spring summer autumn winter mon tue wed thu fri sat sun ad bc am pm
`);

/** Words for peoples and languages, beside those made from a country's name. */
const peoples = set(`
	korean american british english french german spanish italian portuguese dutch belgian swiss austrian swedish norwegian danish finnish icelandic irish
	scottish welsh polish czech slovak hungarian romanian bulgarian greek turkish cypriot russian ukrainian belarusian estonian latvian lithuanian georgian
	armenian azerbaijani kazakh uzbek turkmen kyrgyz tajik afghan pakistani indian nepali nepalese bangladeshi bhutanese burmese thai lao laotian cambodian
	vietnamese malay malaysian singaporean indonesian filipino filipina chinese taiwanese japanese mongolian australian iranian persian iraqi syrian lebanese israeli
	palestinian jordanian saudi yemeni omani emirati qatari kuwaiti bahraini egyptian libyan tunisian algerian moroccan sudanese ethiopian eritrean somali
	kenyan ugandan tanzanian rwandan burundian congolese zambian zimbabwean south mozambican angolan namibian nigerian ghanaian liberian senegalese malian
	ivorian cameroonian canadian mexican guatemalan honduran salvadoran nicaraguan panamanian cuban haitian dominican jamaican colombian venezuelan
	ecuadorian peruvian bolivian chilean argentine argentinian argentinean uruguayan paraguayan brazilian european asian african arab arabic latin latino latina
	hispanic western eastern northern southern jewish muslim christian islamic catholic protestant buddhist hindu sikh serb serbian croatian croat bosnian kosovar
	albanian macedonian slovenian slovene kurdish kurd tibetan uyghur uighur roma hebrew scandinavian caribbean
	koreans americans britons germans spaniards italians russians ukrainians indians chinese japanese africans europeans asians arabs muslims christians jews
	israelis palestinians syrians iraqis iranians afghans mexicans canadians australians filipinos kurds serbs croats turks greeks poles catholics protestants
`);

/** Whether a folded word says of which people, language or faith something is. It begins names (`Korean War`) and is none. */
export function isPeople(folded: string): boolean {
	return peoples.has(folded);
}

const morePlaces = `
	united states|united states of america|united kingdom|great britain|britain|england|scotland|wales|northern ireland|republic of korea|south korea|north korea|
	czech republic|burma|ivory coast|holland|soviet union|ussr|usa|uae|congo|democratic republic of the congo|east timor|macedonia|swaziland|cape verde|
	turkey|europe|asia|africa|north america|south america|latin america|central america|middle east|caribbean|balkans|scandinavia|southeast asia|eurasia|oceania|
	antarctica|uk|u k|u s|u s a|washington d c|siberia|kashmir|tibet|gaza|west bank|kurdistan|chechnya|crimea|catalonia|bavaria|tuscany|sicily|quebec|ontario|british columbia|
	alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|
	maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|
	north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|
	wisconsin|wyoming|london|paris|berlin|madrid|rome|vienna|brussels|amsterdam|geneva|zurich|stockholm|oslo|copenhagen|helsinki|dublin|lisbon|athens|warsaw|
	prague|budapest|bucharest|sofia|belgrade|zagreb|moscow|kiev|kyiv|istanbul|ankara|jerusalem|tel aviv|beirut|damascus|baghdad|tehran|riyadh|dubai|cairo|
	tripoli|tunis|algiers|nairobi|lagos|johannesburg|cape town|addis ababa|khartoum|kabul|islamabad|karachi|lahore|new delhi|delhi|mumbai|bombay|calcutta|kolkata|dhaka|
	kathmandu|colombo|bangkok|hanoi|ho chi minh city|saigon|phnom penh|manila|jakarta|kuala lumpur|beijing|shanghai|hong kong|taipei|seoul|busan|pusan|
	incheon|daegu|pyongyang|tokyo|osaka|kyoto|sydney|melbourne|canberra|toronto|montreal|vancouver|ottawa|new york city|los angeles|chicago|houston|
	philadelphia|phoenix|san diego|dallas|san francisco|boston|seattle|denver|detroit|atlanta|miami|baltimore|las vegas|new orleans|mexico city|havana|bogota|
	lima|santiago|buenos aires|rio de janeiro|sao paulo|brasilia|caracas|quito|hague|the hague|frankfurt|hamburg|munich|milan|naples|barcelona|manchester|glasgow|edinburgh
`;

/** Every region of ISO 3166 in English and in Korean, as this machine's ICU names them, with common other names and some large cities. */
let places: ReadonlySet<string> | undefined;

export function isKnownPlace(foldedPhrase: string): boolean {
	places ??= makePlaces();
	return places.has(foldedPhrase);
}

function makePlaces(): ReadonlySet<string> {
	const all = new Set(morePlaces.split('|').map((place) => place.trim()));
	for (const locale of ['en', 'ko']) {
		const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
		for (let code = 0; code < 26 * 26; code++) {
			const name = names.of(String.fromCharCode(65 + Math.floor(code / 26), 65 + (code % 26)));
			if (name !== undefined) {
				all.add(foldPhrase(name.replace(/\s*\([^)]*\)/g, '').replace(/&/g, 'and')));
			}
		}
	}
	// Unions of states, and what stands in for a name.
	for (const none of [
		'',
		'united nations',
		'european union',
		'eurozone',
		'unknown region',
		'pseudo accents',
		'pseudo bidi',
		'outlying oceania',
	]) {
		all.delete(none);
	}
	return all;
}

/** The words of a phrase as they are compared in these lists. */
export function foldPhrase(phrase: string): string {
	return tokenise(phrase)
		.map((token) => foldWord(token.folded))
		.join(' ');
}
