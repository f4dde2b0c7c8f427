/**
 * Particles behind Korean nouns: `정부는`, `여성들에게도`, `KMP가`. A chain is read as grammar has it: plural, then cases, then at most one
 * delimiter or a form of the copula; each must agree with the final consonant of what stands before it.
 */

/** What a particle asks of the sound before it: any, a final consonant (ㄹ counts), a vowel, a consonant but ㄹ, a vowel or ㄹ. */
type Agreement = 'any' | 'consonant' | 'vowel' | 'notRieul' | 'vowelOrRieul';

/** 0 plural, 1 case, 2 delimiter, 3 copula. In a chain ranks rise; only cases may follow one another. */
type Rank = 0 | 1 | 2 | 3;

interface Particle {
	readonly text: string;
	readonly rank: Rank;
	readonly after: Agreement;
	/** Also the end of many verbs and nouns (`하다`, `외국인`): read behind a known stem, never stripped from an unknown word. */
	readonly isAmbiguous: boolean;
}

function list(rank: Rank, after: Agreement, words: string, isAmbiguous = false): Particle[] {
	return words.split(' ').map((text) => ({ text, rank, after, isAmbiguous }));
}

const particles: readonly Particle[] = [
	...list(0, 'any', '들'),
	...list(0, 'any', '님 님들 분들', true),
	...list(1, 'any', '에 에서 에게 에게서 한테 한테서 께 께서 까지 부터 처럼 보다 만큼 마다 조차 마저 밖에 하고 의'),
	...list(1, 'any', '대로 뿐 같이 더러 보고', true),
	...list(1, 'consonant', '과 이랑'),
	...list(1, 'vowel', '와 랑'),
	...list(1, 'notRieul', '으로 으로서 으로써'),
	...list(1, 'vowelOrRieul', '로 로서 로써'),
	...list(2, 'any', '도 만'),
	...list(2, 'consonant', '은 이 을 이나 이라도 이든 이든지 이야'),
	...list(2, 'vowel', '는 가 를 나 라도 든 든지 야'),
	...list(3, 'consonant', '이라고 이라는 이라며 이라면 이란 이라 이라서 이었다 이었던 이었고 이었으며 이에요 이어서 이어야'),
	...list(3, 'vowel', '라고 라는 라며 라면 란 라 라서 였다 였던 였고 였으며 예요 여서 여야'),
	...list(3, 'any', '이다 이며 이고 이지만 이자 입니다 입니까 인데 인지 임을 이기 이므로 이니'),
	...list(3, 'any', '인 일 임', true),
	...list(3, 'vowel', '다 며 고 지만', true),
	// Clear behind a stem that is known; on an unknown word many of these are its own end (`라면`, `거나`).
	...list(1, 'any', '에다 에다가', true),
	...list(2, 'consonant', '은커녕 이나마 이야말로 이라든지 이라든가 이든가', true),
	...list(2, 'vowel', '는커녕 나마 야말로 라든지 라든가 든가', true),
	...list(3, 'any', '이거나 이니까 이면 이면서 이더라도 이어도 일지 일지라도 인가 인가요 일까 이냐 이냐고 이라기보다 이었으나', true),
	...list(
		3,
		'consonant',
		'이었다 이었지만 이었는데 이었습니다 이었음 이었을 이었기 이라면서 이라더니 이라지만 이라니 이었다고 이었다며 이었다는',
		true,
	),
	...list(
		3,
		'vowel',
		'거나 니까 면 면서 냐 냐고 라기보다 였지만 였는데 였습니다 였음 였을 였으나 였기 라면서 라더니 라지만 라니 였다고 였다며 였다는',
		true,
	),
];

const byFirst = new Map<string, Particle[]>();
for (const particle of particles) {
	const first = particle.text.charAt(0);
	byFirst.set(first, [...(byFirst.get(first) ?? []), particle]);
}

/** The longest chain there is, `들에게서부터까지만이었으며` and the like, has fewer syllables; longer remainders are words. */
const maxChainLength = 12;

/** The final sound before a particle. `unknown`: a Latin word whose Korean reading nobody can tell from its letters. */
type FinalSound = 'vowel' | 'rieul' | 'consonant' | 'unknown';

/**
 * Whether `remainder`, which stands directly behind `stem`, is nothing but particles or copula that agree with the stem's final sound:
 * `('정부', '는')`, `('OECD', '는')`, `('여성', '들에게도')` are, `('정부', '은')` and `('감사', '합니다')` are not. The empty remainder is no chain.
 * Behind Latin letters and digits the reading decides where it is known (`L` 엘, `M` 엠, `N` 엔, `3` 삼); else both variants are taken.
 */
export function isParticleChain(stem: string, remainder: string): boolean {
	if (stem === '' || remainder === '' || remainder.length > maxChainLength) {
		return false;
	}
	// `피해야` and `피해라` are forms of the verb 피하다; `12만` is 120,000, not "only 12".
	const isNumber = remainder.startsWith('만') && /\d$/.test(stem);
	return !isNumber && !(stem.endsWith('해') && (remainder === '야' || remainder === '라')) && readChain(stem, remainder, 0, true);
}

/** Whether `rest` is a chain behind `before` in which no particle ranks below `fromRank`. At most six particles deep, since each takes a syllable. */
function readChain(before: string, rest: string, fromRank: number, takesAmbiguous: boolean): boolean {
	for (const particle of byFirst.get(rest.charAt(0)) ?? []) {
		const fits = particle.rank >= fromRank && (takesAmbiguous || !particle.isAmbiguous) && agrees(before, particle.after);
		if (fits && rest.startsWith(particle.text)) {
			const left = rest.slice(particle.text.length);
			if (left === '' || readChain(particle.text, left, rankAfter(particle), takesAmbiguous)) {
				return true;
			}
		}
	}
	return false;
}

/** What more may follow though it is a delimiter or a copula: `만의`, `이기도`, `임에도`, `인데도`, `라고는`. */
const goesOn = new Set(['만', '이기', '이었기', '였기', '임', '인지', '인데', '라고', '이라고']);

/**
 * Nothing follows `은`, `는`, `이`, `가`, `의` or the copula, but for `goesOn`.
 */
function rankAfter(particle: Particle): number {
	if (goesOn.has(particle.text)) {
		return 1;
	}
	return particle.rank >= 2 || particle.text === '의' ? 4 : 1;
}

/**
 * Takes the particles off a word whose stem is not known: `정부는` is `정부` + `는`, `여성들에게` is `여성` + `들에게`; `particles` is empty if there are none.
 * Of several readings the shortest stem of at least two syllables wins; one syllable is a stem only before a plural or a case of two
 * (`법에서`). Endings that are as often part of a noun or verb (`외국인`, `하다`) stay. Words of a short list of nouns that only look so stay
 * whole (`한반도`), as do nouns in `주의` (-ism). Anything but Hangul stays as it is.
 */
export function splitParticles(word: string): { readonly stem: string; readonly particles: string } {
	const whole = { stem: word, particles: '' };
	if (word.length < 2 || word.length > 40 || !/^[\uac00-\ud7a3]+$/.test(word) || looksWhole(word)) {
		return whole;
	}
	for (let at = Math.max(1, word.length - maxChainLength); at < word.length; at++) {
		const stem = word.slice(0, at);
		const rest = word.slice(at);
		if ((at >= 2 || isLongChain(rest)) && readChain(stem, rest, 0, false)) {
			return { stem, particles: rest };
		}
	}
	return whole;
}

/**
 * Whether a word may be one syllable and its particles: `댐이`, `물을`, `법의`. Many nouns of two syllables look so; the frequent ones of a short list are none (`회의`,
 * `결과`). For who looks for the syllable: nothing is taken off a word that is not known.
 */
export function isNounOfOneSyllable(word: string): boolean {
	return !looksWhole(word) && !twoSyllableWords.has(word) && word.length > 1 && readChain(word.charAt(0), word.slice(1), 0, false);
}

function isLongChain(rest: string): boolean {
	return /^(?:에서|에게|까지|부터|처럼|보다|으로|들)/.test(rest);
}

/** Particles of two shapes, by what stands before them: behind a consonant, behind a vowel. */
const pairs: readonly (readonly [afterConsonant: string, afterVowel: string])[] = [
	['이라고', '라고'],
	['이라는', '라는'],
	['이라며', '라며'],
	['이라면', '라면'],
	['이라도', '라도'],
	['이라서', '라서'],
	['이었다', '였다'],
	['으로서', '로서'],
	['으로써', '로써'],
	['이든지', '든지'],
	['이나', '나'],
	['이든', '든'],
	['이란', '란'],
	['이랑', '랑'],
	['으로', '로'],
	['은', '는'],
	['을', '를'],
	['과', '와'],
	['이', '가'],
];

/**
 * Particles as they are written behind another noun: `fitParticles('장관', '는')` is `은`. Only the first of a chain looks at the noun. What is
 * no chain behind either shape stays as it is, as do particles behind letters whose reading nobody can tell.
 */
export function fitParticles(stem: string, particles: string): string {
	if (particles === '' || isParticleChain(stem, particles)) {
		return particles;
	}
	for (const pair of pairs) {
		for (const shape of pair) {
			if (!particles.startsWith(shape)) {
				continue;
			}
			const fitted = pair.map((other) => other + particles.slice(shape.length)).find((other) => isParticleChain(stem, other));
			if (fitted !== undefined) {
				return fitted;
			}
		}
	}
	return particles;
}

/** Nouns and adverbs that end like a noun with a particle, frequent in news text. A wrong split costs a little precision, no more. */
const wholeWords = new Set(
	(
		'한반도 고속도로 신뢰도 선호도 만족도 인지도 완성도 중요도 심각도 어린이 젊은이 늙은이 고양이 호랑이 목걸이 떡볶이 손잡이 국무회의 정상회의 ' +
		'누군가 무엇인가 정신과 산부인과 하지만 그렇지만 언제나 누구나 얼마나 그러나 세종로 을지로 별도로 스스로 실제로 그대로 이대로 제대로 아니라고 라이베리아'
	).split(' '),
);

/** Frequent words of two syllables whose second one looks like a particle that agrees with the first: nouns, adverbs, verbs in front of a noun. */
const twoSyllableWords = new Set(
	(
		'회의 주의 강의 논의 합의 동의 정의 협의 심의 결의 거의 여의 항의 의의 건의 명의 문의 편의 호의 고의 모의 예의 이의 창의 상의 결과 성과 학과 통과 ' +
		'정도 제도 태도 한도 별도 각도 강도 농도 속도 온도 지도 보도 의도 시도 주도 유도 인도 파도 기도 포도 구도 수도 고도 용도 진도 복도 철도 도로 미로 피로 회로 ' +
		'서로 바로 주로 새로 따로 종이 길이 깊이 높이 넓이 많이 같이 놀이 먹이 검은 작은 많은 좋은 높은 같은 젊은 늙은 낮은 깊은 넓은 옳은 짧은 적은 받은 남은 죽은 ' +
		'얻은 하는 되는 오는 보는 주는 사는 아는 자는 쓰는 지는 받을 얻을 휴가 허가 추가 화가 대가 시가 주가 여가 저가 부가 하나 누나 수만 미만 오만 비만 불만 자만 ' +
		'대만 십만 백만 천만 낭만 태만 방만 거만 질의 발의 제의 토의 임의 사의 선의 악의 성의 열의 불의 적의 전의 경의 독도 완도 위도 경도 난도 척도 빈도 밀도 ' +
		'습도 순도 조도 차도 적도 반도 한은 산은 수은 마을 가을 노을 고을'
	).split(' '),
);

/** Finite forms and stems of verbs (`감사합니다`, `말하고`): what stands at their end is no particle. */
const inflected =
	/(?:합니다|습니다|됩니다|합니까|습니까|하다|한다|했다|된다|됐다|되는|하는|하고|하며|하지만|해야|했던|있는|없는|있다|없다|있고|없고|주의)$/;

function looksWhole(word: string): boolean {
	return wholeWords.has(word) || inflected.test(word);
}

function agrees(before: string, after: Agreement): boolean {
	if (after === 'any') {
		return true;
	}
	const sound = finalSound(before);
	if (sound === 'unknown') {
		return true;
	}
	switch (after) {
		case 'consonant':
			return sound !== 'vowel';
		case 'vowel':
			return sound === 'vowel';
		case 'notRieul':
			return sound === 'consonant';
		case 'vowelOrRieul':
			return sound !== 'consonant';
	}
}

/** The sounds in which the digits 0 to 9 end: 영/공/십/백, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구. */
const digitSounds: readonly FinalSound[] = [
	'consonant',
	'rieul',
	'vowel',
	'consonant',
	'vowel',
	'vowel',
	'consonant',
	'rieul',
	'rieul',
	'vowel',
];

function finalSound(before: string): FinalSound {
	const last = before.charAt(before.length - 1);
	const code = last.charCodeAt(0);
	if (code >= 0xac00 && code <= 0xd7a3) {
		const final = (code - 0xac00) % 28;
		return final === 0 ? 'vowel' : final === 8 ? 'rieul' : 'consonant';
	}
	if (last >= '0' && last <= '9') {
		return digitSounds[Number(last)] ?? 'unknown';
	}
	if (/^[lL]$/.test(last)) {
		return 'rieul';
	}
	// R is read 아르 or 알; every other letter's name ends in a vowel, but many words end otherwise (`OPEC은`, `Kate는`, `Park은`).
	return /^[mnMN]$/.test(last) ? 'consonant' : 'unknown';
}
