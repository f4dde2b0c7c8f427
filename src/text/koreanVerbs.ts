/**
 * Endings of 하다 and 되다, with which Korean makes verbs and adjectives of nouns: `검토하다`, `검토된`. Not 함, which ends more nouns (포함) than verbs.
 * Of verbs of their own (`높다`) nothing is known here: that would take a dictionary.
 */
const endings = new Set(
	[
		'하다 하고 하며 하면 하면서 하여 하여야 하는 하는데 하는지 하지 하지만 하기 하기로 하기를 하기에 하게 하던 하도록 하려 하려고 하려는 하자 하자고',
		'하였으나 했으나 하였지만 하였는데 하였음 했음 하였기 했기 하였다고 하였다는 했다며 되었으나 됐으나 되었지만 되었다고 되었다는 됐다는',
		'하거나 하였다 하였고 하였으며 하였던 하였습니다 하겠다 하겠다고 하겠습니다 하십시오 하세요 해 해서 해야 해도 해왔다 했다 했다고 했다는 했고 했으며',
		'했던 했지만 했는데 했습니다 합니다 합니까 한 한다 한다고 한다는 한다며 한다면 할',
		'되다 되고 되며 되면 되면서 되어 되어야 되는 되는데 되지 되지만 되기 되기를 되게 되던 되도록 되거나 되었다 되었고 되었으며 되었던 되었습니다',
		'되겠다 돼 돼서 돼야 됐다 됐다고 됐고 됐으며 됐던 됐지만 됐습니다 됩니다 된 된다 된다고 된다는 된다면 될',
	]
		.join(' ')
		.split(' '),
);

const longestEnding = 5;

/** Nouns that end like such verbs: `지난해` is the last year. */
const nouns = new Set(['지난해', '이듬해', '다음해', '남북한']);

/** And compounds of such nouns: `산업재해`, `태풍피해`; not `회피해`. Most others end like verbs too (`출국제한`, `통제한`). */
const compound = /(?:(?<![회대도기])피해|침해|(?:산업|자연|중대)재해|역할)$/u;

/**
 * The noun of a word that is a form of noun and 하다 or 되다: `검토했습니다` is `검토`, `가능한` is `가능`. `undefined` for anything else, and where the
 * noun would be one syllable, since most such words (`피해`, `제한`, `역할`) are nouns themselves, as are those that end with one.
 */
export function nounOfVerb(word: string): string | undefined {
	if (nouns.has(word) || compound.test(word)) {
		return undefined;
	}
	for (let length = Math.min(longestEnding, word.length - 2); length > 0; length--) {
		if (endings.has(word.slice(-length))) {
			return word.slice(0, -length);
		}
	}
	return undefined;
}

/**
 * A verb of one syllable and 하다 or 되다 in the shorter of its two spellings: `정하였다` is `정했다`, `위하여` is `위해`. What is none stays as it is. Of longer ones `nounOfVerb`
 * tells the noun.
 */
export function contractVerb(word: string): string {
	const ending = word.slice(1);
	return endings.has(ending) ? word.charAt(0) + ending.replace(/^하[였여]|^되[었어]/u, (whole) => contractions.get(whole) ?? whole) : word;
}

const contractions = new Map([
	['하였', '했'],
	['하여', '해'],
	['되었', '됐'],
	['되어', '돼'],
]);
