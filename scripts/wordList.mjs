// Gives `import { packedEnglishWords } from 'dossier:words-en'`: the shipped list of English words, made from dictionary-en when bundling.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export const wordListPlugin = {
	name: 'word-list',
	setup(build) {
		build.onResolve({ filter: /^dossier:words-en$/ }, (args) => ({ path: args.path, namespace: 'dossier' }));
		build.onLoad({ filter: /.*/, namespace: 'dossier' }, () => ({
			contents: `export const packedEnglishWords = ${JSON.stringify(packedWords())};`,
			loader: 'js',
		}));
	},
};

let packed;

/** The packed list; made once a process (about 0.3 s). */
export function packedWords() {
	packed ??= packWords(readDictionary());
	return packed;
}

/** Every form that dictionary-en spells, as Hunspell would accept it: small letters as they stand, names with their capitals. Possessives are left out. */
export function readDictionary() {
	const folder = path.dirname(createRequire(import.meta.url).resolve('dictionary-en'));
	return expandDictionary(fs.readFileSync(path.join(folder, 'index.aff'), 'utf8'), fs.readFileSync(path.join(folder, 'index.dic'), 'utf8'));
}

/**
 * Expands a Hunspell dictionary whose flags are single letters (as dictionary-en's are): prefixes, suffixes, and prefixes on suffixed
 * forms where both are marked as combining. Compounds (`10th`) are not made. Words that hold anything but letters, or no vowel where
 * they are longer than one letter (`mph`, `st`), are left out: they are abbreviations, and an abbreviation is what a broken word looks like.
 */
export function expandDictionary(affixes, dictionary) {
	const rules = readAffixes(affixes);
	const words = new Set();
	for (const line of dictionary.split('\n').slice(1)) {
		const [word = '', flags = ''] = line.trim().split('/');
		// `!` marks words that are not suggested (coarse ones), which are words all the same; `c` and `n`, `m`, `p`, `t` belong to compounds.
		if (flags.includes('c')) {
			continue;
		}
		words.add(word);
		const own = [...flags].map((flag) => rules.get(flag)).filter((rule) => rule !== undefined);
		const suffixed = own.filter((rule) => rule.kind === 'SFX').flatMap((rule) => applyAffix(word, rule).map((form) => ({ form, rule })));
		for (const { form } of suffixed) {
			words.add(form);
		}
		for (const prefix of own.filter((rule) => rule.kind === 'PFX')) {
			const bases = [word, ...suffixed.filter(({ rule }) => rule.combines && prefix.combines).map(({ form }) => form)];
			for (const form of bases.flatMap((base) => applyAffix(base, prefix))) {
				words.add(form);
			}
		}
	}
	return [...words]
		.map((word) => word.normalize('NFD').replace(/\p{M}/gu, ''))
		.filter((word) => /^[A-Za-z]+$/.test(word) && (word.length === 1 || /[aeiouy]/i.test(word)));
}

function readAffixes(affixes) {
	const rules = new Map();
	for (const line of affixes.split('\n')) {
		const [kind, flag, a, b, c] = line.trim().split(/\s+/);
		if (kind !== 'PFX' && kind !== 'SFX') {
			continue;
		}
		if (c === undefined) {
			rules.set(flag, { kind, combines: a === 'Y', entries: [] });
		} else {
			const condition = new RegExp(kind === 'SFX' ? `(?:${c})$` : `^(?:${c})`);
			rules.get(flag).entries.push({ strip: a === '0' ? '' : a, add: b === '0' ? '' : b, condition });
		}
	}
	return rules;
}

function applyAffix(word, rule) {
	const fitting = rule.entries.filter(
		(entry) => entry.condition.test(word) && (rule.kind === 'SFX' ? word.endsWith(entry.strip) : word.startsWith(entry.strip)),
	);
	return fitting.map((entry) =>
		rule.kind === 'SFX' ? word.slice(0, word.length - entry.strip.length) + entry.add : entry.add + word.slice(entry.strip.length),
	);
}

/**
 * Packs words into one string that `src/library/repair/wordList.ts` opens: a line for each two first letters, in which the words stand
 * sorted, each as a capital letter (`A` for 0: how many letters it shares with the word before it) and its other letters.
 * Lines of names come after the lines of words, behind an empty line, in small letters too.
 */
export function packWords(words) {
	const small = words.filter((word) => word === word.toLowerCase());
	const smallSet = new Set(small);
	const names = words.filter((word) => word !== word.toLowerCase()).map((word) => word.toLowerCase());
	return [packGroups(small), packGroups(names.filter((word) => !smallSet.has(word)))].join('\n\n');
}

function packGroups(words) {
	const groups = new Map();
	for (const word of [...new Set(words)].sort()) {
		const key = word.slice(0, 2);
		const group = groups.get(key);
		if (group) {
			group.push(word);
		} else {
			groups.set(key, [word]);
		}
	}
	return [...groups].map(([key, group]) => key.padEnd(2) + packGroup(group.map((word) => word.slice(2)))).join('\n');
}

function packGroup(endings) {
	let previous = '';
	let line = '';
	for (const ending of endings) {
		let shared = 0;
		while (shared < 25 && shared < previous.length && previous[shared] === ending[shared]) {
			shared++;
		}
		line += String.fromCharCode(65 + shared) + ending.slice(shared);
		previous = ending;
	}
	return line;
}
