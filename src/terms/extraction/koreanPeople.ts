/** Syllables that begin names of people: family names, the rare ones too. They begin many other words. */
const familyNames: ReadonlySet<string> = new Set(
	'김이박최정강조윤장임한오서신권황안송류유홍전고문손양배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용',
);

/** What somebody is, said before the name (`위원장 김재욱`) or behind it (`정혜린 과장`). */
const titles =
	`연구위원 선임연구원 연구관 사무관 주무관 차관 부위원장 변호사 기자 의원 교수 대표 장관 대통령 총리 위원장 위원 소장 원장 회장 사장 국장 과장 실장 팀장
	판사 검사 박사 감독 작가 이사장 총장 총재 활동가 간사 사무총장 처장 청장 시장 도지사 연구원 목사 신부 스님 의장 부의장 조합장 사회자
	후보 예비후보 당선인 당선자 군수 구청장 대변인 본부장 센터장 부장 차장 대사 비서관 보좌관
	정책관 담당관 심의관 기획관 조정관 감사관 서기관 교장 교감 상무 전무 증인 참고인 진술인
	부사장 부회장 대표이사 행장 부행장 부총리 부시장 부지사 원내대표 최고위원 사무국장 재판장 부장판사 부장검사 지검장
	서장 교육감 교육장 지점장 학장 지회장 지부장 사정관 조사관 수사관 감독관 회계사 세무사 노무사`.split(/\s+/);

/** Those that are everyday words too (`감사합니다`), and count only before a colon. */
const titlesOfLabels = ['감사', '이사', '지사', '씨'];

const titleAhead = new RegExp(`^(?:${[...titles, '씨'].join('|')})`, 'u');
const titleAtEnd = new RegExp(`(?:${titles.join('|')})$`, 'u');
const titledLabel = new RegExp(`^[\\uac00-\\ud7a3]{2,4}(?:\\s(?:${[...titles, ...titlesOfLabels].join('|')}))?$`, 'u');
const labelWithTitleFirst = new RegExp(`^[\\uac00-\\ud7a3]{0,16}(?:${titles.join('|')})\\s(?=[\\uac00-\\ud7a3]{3}$)`, 'u');

const wholeTitles: ReadonlySet<string> = new Set(titles);

/** Family names that before a title are other words as often: `전 장관` was one, `현 장관` is one, `한 의원` is any, `양 대표` are two. */
const otherWords = new Set('전현신구고양한');

/** `김 장관`: a family name alone, with the title of its bearer. */
export function isTitledFamily(family: string, title: string): boolean {
	return family.length === 1 && familyNames.has(family) && !otherWords.has(family) && wholeTitles.has(title);
}

/** Whether a word is a title and nothing else: `이사장`. */
export function isTitle(word: string): boolean {
	return wholeTitles.has(word);
}

/** Whether a word is a title, or begins with one: `과장은`. */
export function beginsWithTitle(word: string): boolean {
	return titleAhead.test(word);
}

/** `농업위원장`, `화재대응조사과장`. */
export function endsInTitle(word: string): boolean {
	return titleAtEnd.test(word);
}

export function beginsWithFamilyName(word: string): boolean {
	return familyNames.has(word[0] ?? '');
}

/** Whether the words before a colon may name somebody: `김민수`, `김민수 위원`, `위원장 김재욱`. */
export function mayNameSpeaker(label: string): boolean {
	const title = labelWithTitleFirst.exec(label)?.[0];
	return title === undefined ? titledLabel.test(label) && beginsWithFamilyName(label) : beginsWithFamilyName(label.slice(title.length));
}

/** `정혜린 과장`: a name of three syllables with the title of its bearer, and not where the bearer works (`고용부 장관`) or what (`소설가 작가`). */
export function isTitledName(name: string, title: string): boolean {
	return (
		name.length === 3 &&
		beginsWithFamilyName(name) &&
		(titleAhead.test(title) || titleAtEnd.test(title)) &&
		!affiliationEnd.test(name) &&
		!somebody.test(name) &&
		!noBearer.test(name) &&
		!(name.endsWith('대') && /^(?:교수|총장|박사|연구)/.test(title))
	);
}

/** Last syllables of offices, parties, towns and the like, in which hardly a given name ends; those that many end in stand with the syllable before. */
const affiliationEnd =
	/(?:[부위당회청처시측팀]|(?:방송|사무|편집|보도|정책|총무|복지|안전|환경|경제|수사)국|(?:강원|제주|전남|전북|전라|경기|경남|경북|경상|충청)도|(?:지역|선거|강남|강북|강동|강서|마포|서초|송파|양천|성동|성북|노원|도봉|구로|금천|관악|은평|용산)구|정원|은행|노조|조합)$/u;

/** What people are: `노조원 대표`, `전문가 교수`, `유명한 작가`. */
const somebody =
	/(?:[가적]|(?:조합|노조|구성|연구|공무|종업|은행|상담)원|(?:변호|외국|장애|언론|방송|정치|어업|농업|군|원주|이주|현지)인|(?:노동|공직|연구|진행|기술|지도|유권|소비|이용|관계|유족|용의|당선|이주|고용)자|어린이|여러분|(?:명|진|신|강|중|이러|유력|주요|성실|공정|유능|노련|조용)한)$/u;

/** Words of three syllables that begin like a family name and are none: of time, and with a particle that no given name ends in. */
export const noBearer =
	/^(?:지난[달해번주]?|이번[엔주달]?|그동안|오늘|어제|그날|다음날|최근|현재|이날|전날|당시|우리|이후|이어|이미|한편|정작|현직|전직|신임)|[는를을와과의에]$/u;
