import { termOf } from '../text/analyse.ts';
import { splitParticles } from '../text/korean.ts';
import { isStopWord } from '../text/stopWords.ts';
import { endsInHangul } from './formWords.ts';
import { isTimeWord } from './wordLists.ts';

/** What things have for some time, in the forms that stand behind their name. */
export const states: ReadonlyMap<string, string> = new Map(
	`has have had=has employs employ employed=employs runs run ran=runs operates operate operated=operates serves serve served=serves houses housed=houses
	owns own owned=owns covers cover covered=covers spans spanned=spans measures measured=measures weighs weighed=weighs holds hold held=holds seats seated=seats
	comprises comprised=comprises numbers numbered=numbers represents represented=represents costs cost=costs lasts lasted=lasts charges charged=charges
	produces produced=produces accommodates accommodated=accommodates carries carried=carries works=work lives=live belongs=belong punishes punished=punishes`
		.split(/\s+/)
		.reduce<[string, string][]>((pairs, part) => {
			const [form = '', base] = part.split('=');
			return [...pairs, [form, base ?? form]];
		}, [])
		.flatMap(([form, base]) => [[form, form === 'have' ? 'has' : base] as const, [base, base] as const]),
);

/** Verbs that only say that it is so. */
export const copulas: ReadonlySet<string> = new Set(
	'is are was were stands stood lies lay reached reaches totalled totaled amounted 있다 이다'.split(' '),
);

/** What an event does to many at once. */
const events: ReadonlyMap<string, string> = new Map(
	`cost=costs killed died=killed dead=killed death=killed deaths=killed toll=killed injured wounded=injured displaced destroyed damaged
`
		.trim()
		.split(/\s+/)
		.map((part) => part.split('=') as [string, string?])
		.map(([form, base]) => [form, base ?? form]),
);

/** The same in Korean, by how its forms begin: `숨지고`, `사망자는`. */
const koreanEvents: readonly (readonly [RegExp, string])[] = [
	[/^(?:숨[졌지진]|사망(?:자|했|하였|한))/u, '숨졌다'],
	[/^(?:다[쳤치친]|부상(?:자|했|하였))/u, '다쳤다'],
	[/^실종(?:자|됐|되었)/u, '실종됐다'],
];

/** What an event did, if this word tells it. */
export function eventOf(folded: string): string | undefined {
	return events.get(folded) ?? koreanEvents.find(([form]) => form.test(folded))?.[1];
}

export const dimensions: ReadonlySet<string> = new Set('long wide high tall deep thick'.split(' '));

/** Words that loosen a figure or go without saying. */
export const asides: ReadonlySet<string> = new Set(
	'about nearly almost roughly around approximately some least most more less fewer than over under up only just many much total overall reportedly officially annual annually also now currently still today lives life made estimated located situated 약 총 모두 최소 최대 이상 이하 가량 정도 현재'.split(
		' ',
	),
);

/** Small words that change what is told, where others are left out. */
export const limits: ReadonlySet<string> = new Set(
	'not no never without each every per other second first by since until before after another both half 아니라'.split(' '),
);

/** Behind a figure: that it was so much. `48%에 그쳤다`, `43%로 나타났다`. */
const koreanCopula =
	/^(?:이|입니|(?:이?었|였|그쳤|머물렀|불과했|달[했하]|이르렀|기록[했하]였?|나타났|(?:집계|조사|파악)(?:됐|되었))(?:습니)?)?다(?:고|며)?$/u;

export function isKoreanCopula(folded: string): boolean {
	return koreanCopula.test(folded);
}

const koreanTeller = /^(?:밝혔|말했|전했|설명했|발표했|주장했|따르면)/u;

export function isTellerWord(folded: string): boolean {
	return koreanTeller.test(folded);
}

export function isTelling(folded: string, written: string): boolean {
	if (limits.has(folded)) {
		return true;
	}
	if (asides.has(folded) || copulas.has(folded) || isKoreanCopula(folded)) {
		return false;
	}
	return (
		/^\d/.test(folded) || (isTimeWord(folded) || /^May$/.test(written) || !isStopWord(folded, 'en') ? !/^[년에]+$/u.test(folded) : false)
	);
}

const koreanVerbEnd = /(?:하였|되었|했|됐|했었)?(?:습니다|다)(?:고|며|는)?$/u;

export function keyOf(folded: string): string {
	const known = states.get(folded) ?? eventOf(folded);
	if (known !== undefined) {
		return known;
	}
	if (!endsInHangul(folded)) {
		return termOf(folded, 'en');
	}
	const bare = withoutCase(folded);
	return bare === folded ? folded.replace(koreanVerbEnd, '') || folded : bare;
}

/** `예산은`, `쉼터의`: who or what it is, whatever the sentence says of it. `시에` and `시에서` are two things, and stay. */
export function withoutCase(word: string): string {
	const { stem, particles } = splitParticles(word);
	return /^(?:은|는|이|가|의)$/u.test(particles) ? stem : word;
}
