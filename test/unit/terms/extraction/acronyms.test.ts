import assert from 'node:assert/strict';
import { findingsOf } from '../../../support/termDocuments.ts';

/** Expected are `short = long`, in order; `-` where the document gives no long form. */
function check(name: string, text: string, expected: readonly string[], language = 'en'): void {
	it(name, () => {
		const { acronyms } = findingsOf(text, { language });
		assert.deepEqual(
			acronyms.map((finding) => `${finding.short} = ${finding.long ?? '-'}`),
			expected,
		);
		for (const finding of acronyms) {
			assert.equal(text.slice(finding.shortStart, finding.shortEnd), finding.short);
			if (finding.longStart !== null && finding.longEnd !== null) {
				assert.equal(text.slice(finding.longStart, finding.longEnd).replace(/\s+/g, ' '), finding.long);
			}
		}
	});
}

describe('acronyms', () => {
	check('with a hyphen, first in the sentence', 'On-time performance (OTP) was 61% in May.', ['OTP = On-time performance']);
	check('in parentheses', 'The World Food Programme (WFP) met.', ['WFP = World Food Programme']);
	check(
		'letters of another language',
		'The Criminal Investigation Service (SIC), the National Electoral Commission (CNE) and the Ministry of Health (MS) met.',
		['SIC = Criminal Investigation Service', 'CNE = National Electoral Commission', 'MS = Ministry of Health'],
	);
	check(
		'letters of another language, of which one is inside a word',
		'The National Institute of Statistics (INE) and the Royal Institute of Statistics (INE) met. The Old Mill (MILA) is a mill.',
		['INE = National Institute of Statistics', 'INE = Institute of Statistics', 'MILA = -'],
	);
	check('letters of another language, behind more of the name', 'The Angolan Criminal Investigation Service (SIC) met.', [
		'SIC = Criminal Investigation Service',
	]);
	check(
		'one word of German, behind an article and behind another noun',
		'Das Landwassergesetz (LWG) gilt. Laut Moorschutzverordnung (MVO) nicht.',
		['LWG = Landwassergesetz', 'MVO = Moorschutzverordnung'],
		'de',
	);
	check('nobody, whose names begin so', 'They met Mary Ann Smith (SAM) there, and the Florence Orrin Foundation (FFO).', [
		'SAM = -',
		'FFO = Florence Orrin Foundation',
	]);
	check(
		'two words of a name, which shorten nothing',
		'Troops under Augustus Rowley looted it and carried off 900 objects (the "Rowley Hoard").',
		[],
	);
	check(
		'names in capitals, and short forms beside small words',
		'Here is Lee et al. v. ORRIN MUSEUM OF ART again. The UN and the EU OLAF met on ART.',
		['UN = -', 'EU = -', 'OLAF = -', 'ART = -'],
	);
	check(
		'words in capitals that stand in small letters, too',
		'They left. -- CONCERNED SISTER, who was concerned of FLOOD DATA, the OLAF FLOOD and AIDS DATA.',
		['SISTER = -', 'FLOOD = -', 'DATA = -', 'OLAF = -', 'FLOOD = -', 'AIDS = -', 'DATA = -'],
	);
	check('no letters of the name', 'The Criminal Investigation Service (SID) and the Harbour Board (TB) met.', ['SID = -', 'TB = -']);
	check('small words of French', "La Chambre de commerce et d'industrie (CCI) gère le port.", ["CCI = Chambre de commerce et d'industrie"]);
	check('no half of an elided word', 'La loi sur l’eau et les milieux aquatiques (LEMA) de 2006 reconnaît le droit.', [
		'LEMA = loi sur l’eau et les milieux aquatiques',
	]);
	check('small words of Spanish', 'La Unión de Ejidos de la Selva (UES) vende.', ['UES = Unión de Ejidos de la Selva']);
	check('a name in small letters', 'The Scottish Environment Protection Agency (Sepa) met.', [
		'Sepa = Scottish Environment Protection Agency',
	]);
	check('a town is none', 'The Royal Northern Ballet Club (Inverness) met, and the Steel Union (Leeds).', []);
	check('the other way round', 'The WFP (World Food Programme) met.', ['WFP = World Food Programme']);
	check('each later one has the long form', 'A water users group (WUG) met. The WUG left.', [
		'WUG = water users group',
		'WUG = water users group',
	]);
	check('or, behind it', 'The EWS, or early warning system, failed.', ['EWS = early warning system']);
	check('or, of something else', 'The EWS, or any other gauge, failed. Ask the WFP, or wait.', ['EWS = -', 'WFP = -']);
	check('the other way round, with an article', 'ABB (the Acme Border Board) met.', ['ABB = Acme Border Board']);
	check('or, before it', 'The Northern Ports Authority, or NPA, met.', ['NPA = Northern Ports Authority']);
	check('or, before something else', 'Ask the Northern Ports Agency, or WFP, and the Northern Ports, or NPA.', ['WFP = -', 'NPA = -']);
	check('between commas', 'NPA, the Northern Ports Authority, met. They met OCH, Office of the Chief Harbourmaster.', [
		'NPA = Northern Ports Authority',
		'OCH = Office of the Chief Harbourmaster',
	]);
	check('between commas, something else', 'NPA, the World Food Programme, and WFP, the Western Fish Ports Board, met.', [
		'NPA = -',
		'WFP = -',
	]);
	check('between dashes', 'The Office of the Chief Harbourmaster – OCH – met. The Harbour Board — RTB — met.', [
		'OCH = Office of the Chief Harbourmaster',
		'RTB = -',
	]);
	check('before what it was called', 'The Southern Board of Port Revenue (SBPR, formerly Ports Board (PB)) met.', [
		'SBPR = Southern Board of Port Revenue',
		'PB = Ports Board',
	]);
	check('whose it is', 'The Northern Ports Authority (NPA’s) report came. The NPA left.', [
		'NPA’s = Northern Ports Authority',
		'NPA = Northern Ports Authority',
	]);
	check('or, both quoted', '"Top water level" or "TWL" means 212 metres.', ['TWL = Top water level']);
	check('hereinafter, without brackets', 'an "exclusive economic zone", hereinafter "EEZ", means the zone', [
		'EEZ = exclusive economic zone',
	]);
	check('Korean, of its own syllables', '중앙선거관리위원회(선관위)가 밝혔다. 선관위는 선관위원과 다르다.', [
		'선관위 = 중앙선거관리위원회',
		'선관위 = 중앙선거관리위원회',
	]);
	check('Japanese, in wide brackets', 'その食品安全検査機構（FSIO）は文部科学省（以下「文科省」という。）にある。', [
		'FSIO = 食品安全検査機構',
		'文科省 = 文部科学省',
	]);
	check('Japanese remarks', 'この食品検査機構（以下「機構」という。）と東京駅（新宿）、小学校（六年）、田中美咲（記者）である。', []);
	check('Korean, announced', '한국개발연구원(이하 개발연)과 국가인권위원회(이하 ‘인권위’)는 다르다.', [
		'개발연 = 한국개발연구원',
		'인권위 = 국가인권위원회',
	]);
	check('Korean, as laws announce it', '국민권익위원회(이하 "권익위"라 한다)와 보건복지부(이하 복지부라 한다)', [
		'권익위 = 국민권익위원회',
		'복지부 = 보건복지부',
	]);
	check('Korean and Latin side by side', '고위공직자범죄수사처(공수처, CIO)가 수사한다. CIO와 공수처를', [
		'공수처 = 고위공직자범죄수사처',
		'CIO = 고위공직자범죄수사처',
		'CIO = 고위공직자범죄수사처',
		'공수처 = 고위공직자범죄수사처',
	]);
	check('Korean, the other way round', '전교조(전국교직원노동조합)는 남았다.', ['전교조 = 전국교직원노동조합']);
	check('Korean, of several words', '민주사회를 위한 변호사모임(민변)과 전국 교직원 노동조합(전교조)', [
		'민변 = 민주사회를 위한 변호사모임',
		'전교조 = 전국 교직원 노동조합',
	]);
	check('Korean, of two syllables', '헌법재판소(헌재)는 헌재의 결정을', ['헌재 = 헌법재판소', '헌재 = 헌법재판소']);
	check('Korean, cut within its last word', '대학입학전형위원회(전형위)가 열렸다. 취업준비생(준비생)은 남았다.', [
		'전형위 = 대학입학전형위원회',
	]);
	check('Korean, an office by its last word', '보건복지부(복지부)가 맡는다.', ['복지부 = 보건복지부']);
	check('Korean, a law in its marks', '「공공기관의 정보공개에 관한 법률」(이하 "정보공개법"이라 한다)에', [
		'정보공개법 = 공공기관의 정보공개에 관한 법률',
	]);
	check('Korean remarks', '김철수(45)와 서울(강남), 보고서(초안), 이주노동자(노동자), 부산광역시(부산), 정부(이하 생략), 위원회(위원)', []);
	check(
		'Korean remarks of several words',
		'원고 김영희(이하 원고)와 신청인 김철수(신청인), 정보공개에 관한 법률(정보공개법), 선거를 관리(선관)',
		[],
	);
	check('Korean, from then on', '조기경보시스템(Early Warning System, 이하 EWS)이 고장났다.', ['EWS = Early Warning System']);
	check('Korean, with another short name', '국제해사기구(IMO·이하 기구)는 1948년에 설립됐다.', ['IMO = 국제해사기구']);
	check('a title', 'They met Ms Lopez, and Ms Oduya left. They like As and Bs.', []);
	check('plural', 'Some water users groups (WUGs) met; a WUG left.', ['WUGs = water users groups', 'WUG = water users groups']);
	check('small words in between', 'the Bank of the State (BOS) and the Rule of Law (ROL)', [
		'BOS = Bank of the State',
		'ROL = Rule of Law',
	]);
	check('letters inside words', 'by deoxyribonucleic acid (DNA)', ['DNA = deoxyribonucleic acid']);
	check('with a remark', 'the Rights Advisory Council (RAC; 12 members)', ['RAC = Rights Advisory Council']);
	check('in quotation marks', 'the Rights Advisory Council (“RAC”)', ['RAC = Rights Advisory Council']);
	check('over a line break', 'the Rights\nAdvisory Council (RAC)', ['RAC = Rights Advisory Council']);
	check('in a list of equations', 'GHG = greenhouse gas; DFP = designated focal point.', [
		'GHG = greenhouse gas',
		'DFP = designated focal point',
	]);
	check('lines of a list', 'Abbreviations\n\nGHG: greenhouse gas\nDFP – designated focal point\nRCU\trural credit union', [
		'GHG = greenhouse gas',
		'DFP = designated focal point',
		'RCU = rural credit union',
	]);
	check('no remark behind a colon', 'NATO: the meeting was over.', ['NATO = -']);
	check('the last of two', 'the joint FAO/WHO (World Health Organization) programme', ['FAO = -', 'WHO = World Health Organization']);
	check('what hangs on capitals', 'Talks of UN-Women, the ECC-NET and WP.29 on COVID-19 went on.', [
		'UN-Women = -',
		'ECC-NET = -',
		'WP.29 = -',
		'COVID-19 = -',
	]);
	check('no small word that hangs on it, and no pair of states', 'an EU-wide rule on US-China trade', ['EU = -', 'US = -']);
	check('letters with a sign between', 'PG&E’s bills, AT&T, R&D and the M&S report on Q&A sessions.', [
		'PG&E = -',
		'AT&T = -',
		'R&D = -',
		'M&S = -',
		'Q&A = -',
	]);
	check('two joined by a sign, each by itself', 'The NATO & OSCE talks.', ['NATO = -', 'OSCE = -']);
	check('no word that is stressed', 'I am CONCERNED that this WARNING was SERIOUSLY ignored by UNICEF, CARE and FRONTEX.', [
		'UNICEF = -',
		'CARE = -',
		'FRONTEX = -',
	]);
	check('small letters inside', 'The NePAD and PoS tags of Mr. McDonald on YouTube.', ['NePAD = -', 'PoS = -']);
	check('no long form', 'He spoke to NATO today.', ['NATO = -']);
	check('no long form that does not fit', 'He left early (NATO).', ['NATO = -']);
	check('no remark', 'They came (see below) and left (all of them).', []);
	check('no number', 'The first (1) and the second (2b)', []);
	check('no shouted line', 'THIS IS ALL IN CAPITALS', []);
	check('no roman numeral', 'Henry VIII and part III', []);
	describe('what belongs to a long form', () => {
		check('the whole of a compound', "with 4,4'-diamino-stilbene (DAS) and alpha-1-antitrypsin (AAT)", [
			"DAS = 4,4'-diamino-stilbene",
			'AAT = alpha-1-antitrypsin',
		]);
		check('no small prefix of a name', 'the non-European Economic Area (EEA)', ['EEA = European Economic Area']);
		check('a word with brackets inside', 'c-Jun NH(2)-terminal kinase (JNK) rose', ['NH = -', 'JNK = c-Jun NH(2)-terminal kinase']);
		check('the point of a company', 'Harbour Ocean Resources Inc. (HORI) paid.', ['HORI = Harbour Ocean Resources Inc.']);
		check('no possessive', "The Maritime Information Service's (MIS) board met.", ['MIS = Maritime Information Service']);
		check('a joining word with the right letter', 'on Assessing Regional Integration in Africa (ARIA)', [
			'ARIA = Assessing Regional Integration in Africa',
		]);
		check('a name with two words more', 'the Office of the United Nations High Commissioner for Human Rights (OHCHR)', [
			'OHCHR = Office of the United Nations High Commissioner for Human Rights',
		]);
		check('a comma before the parenthesis', 'the Economic and Organized Crime Office, (EOCO) and', [
			'EOCO = Economic and Organized Crime Office',
		]);
		check('a number', 'the Energy Efficiency 21 (EE21) plan of the Group of Seven (G7)', [
			'EE21 = Energy Efficiency 21',
			'G7 = Group of Seven',
		]);
		check('a number in words', 'in two-dimensional (2D) pictures', ['2D = two-dimensional']);
		check('no words before a name by chance', 'It cleared the Criminal Register (C.C.)', ['C.C. = -']);
		check('no words across a full stop', 'It was Rural. Credit Unions (RCU) met.', ['RCU = -']);
	});
	describe('other short forms', () => {
		check('in brackets', 'an electroencephalogram [EEG] and the odds ratio [OR]', ['EEG = electroencephalogram', 'OR = odds ratio']);
		check('beside it inside the parenthesis', 'in the brain (blood-brain barrier, BBB)', ['BBB = blood-brain barrier']);
		check('with brackets of its own', 'forced expiratory volume in 1 second (FEV(1)) fell', [
			'FEV(1) = forced expiratory volume in 1 second',
		]);
		check('in small letters, by initials', 'the mean blood pressure (mbp) fell', ['mbp = mean blood pressure']);
		check('in small letters, used again', 'The beige (bg) mice: bg was old.', ['bg = beige', 'bg = beige']);
		check('small letters that are used once', 'The beige (bg) mice', []);
		check('small words', 'They left early (early) and many others (all)', []);
		check('a single letter that is used again', 'ten diopters (D), then 4 D and 5 D', ['D = diopters', 'D = diopters', 'D = diopters']);
		check('a single letter that is not', 'ten diopters (D), then 4', []);
		check('no letters of a list', 'first apples (A), second beans (B), then A and A', []);
		check('a party is no letter’s long form', 'Dole (D) met. D and D', []);
		check('a species', 'drug resistant Helicobacter pylori (H. pylori) is', ['H. pylori = Helicobacter pylori']);
		check('a word that is shared', 'the exit site (E site) and the Epsilometer test (E-test)', [
			'E site = exit site',
			'E-test = Epsilometer test',
		]);
		check('no valence', 'the platinum (II) and iron(III) salts', []);
		check('in quotation marks, the other way round', 'The “NOC” (not occurring) sign', ['NOC = not occurring']);
		check('a list without commas', 'CIS = Commonwealth of Independent States Disclosure of audits', [
			'CIS = Commonwealth of Independent States',
		]);
		check('a list with commas inside', 'LULUCF = land use, land-use change and forestry.', [
			'LULUCF = land use, land-use change and forestry',
		]);
	});
	describe('beyond parentheses', () => {
		const long = [
			'Korean massage parlors',
			'Coastal water cooperatives',
			'Private lending circles',
			'Mobile health teams',
			'Night shelter volunteers',
		];
		for (const words of long) {
			const short = words
				.split(' ')
				.map((word) => word[0]?.toUpperCase())
				.join('');
			check(`the acronym of ${short}s`, `${words} are so common that people refer to them with the acronym of ${short}s.`, [
				`${short}s = ${words}`,
			]);
		}
		check('known as', 'Rural credit unions are known as RCUs.', ['RCUs = Rural credit unions']);
		check('abbreviated to', 'The Rural Credit Union is abbreviated to RCU.', ['RCU = Rural Credit Union']);
		check('short for', 'RCU, short for Rural Credit Union, is old.', ['RCU = Rural Credit Union']);
		check('stands for a list', 'ACMI stands for aircraft, crew, maintenance and insurance. It ended.', [
			'ACMI = aircraft, crew, maintenance and insurance',
		]);
		check('stands for', 'RCU stands for Rural Credit Union.', ['RCU = Rural Credit Union']);
		check('in the sentence before', 'Rural credit unions are old. They are often called RCUs.', ['RCUs = Rural credit unions']);
		check('no words that do not fit', 'Old banks are known as RCUs.', ['RCUs = -']);
	});
});
