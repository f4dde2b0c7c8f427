/** Combining marks by the command that puts them on a letter. */
const accents = new Map([
	['`', '\u0300'],
	["'", '\u0301'],
	['^', '\u0302'],
	['~', '\u0303'],
	['"', '\u0308'],
	['=', '\u0304'],
	['.', '\u0307'],
	['u', '\u0306'],
	['v', '\u030C'],
	['H', '\u030B'],
	['c', '\u0327'],
	['k', '\u0328'],
	['d', '\u0323'],
	['b', '\u0331'],
	['r', '\u030A'],
]);

/** Whether `\name` puts a mark on the letter behind it. */
export function isAccent(name: string): boolean {
	return accents.has(name);
}

/** The letter with its mark, composed: `é` for `'` and `e`. The dotless letters take their dots back under a mark. */
export function accented(name: string, letter: string): string {
	const base = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter;
	return (base + (accents.get(name) ?? '')).normalize('NFC');
}

/** Commands that are one letter; white space behind them is only their end. */
const letters = new Map([
	['ss', 'ß'],
	['SS', 'SS'],
	['ae', 'æ'],
	['AE', 'Æ'],
	['oe', 'œ'],
	['OE', 'Œ'],
	['o', 'ø'],
	['O', 'Ø'],
	['aa', 'å'],
	['AA', 'Å'],
	['l', 'ł'],
	['L', 'Ł'],
	['i', 'ı'],
	['j', 'ȷ'],
	['dh', 'ð'],
	['DH', 'Ð'],
	['th', 'þ'],
	['TH', 'Þ'],
	['dj', 'đ'],
	['DJ', 'Đ'],
	['ng', 'ŋ'],
	['NG', 'Ŋ'],
]);

export function findLetter(name: string): string | undefined {
	return letters.get(name);
}

/** Signs, Greek letters and the commonest of mathematics (The Comprehensive LaTeX Symbol List; Org writes them the same way). */
const signs = new Map(
	[
		'ldots … dots … dotsc … dotsb … cdots ⋯ vdots ⋮ textellipsis …',
		'S § P ¶ dag † ddag ‡ textdagger † textdaggerdbl ‡ copyright © textcopyright © textregistered ® texttrademark ™ trade ™',
		'pounds £ textsterling £ euro € EUR € texteuro € yen ¥ textyen ¥ cent ¢ textcent ¢ textdollar $',
		'textendash – textemdash — ndash – mdash — textbackslash \\ textbar | textless < textgreater > textasciitilde ~ textasciicircum ^ textunderscore _',
		'textquotesingle \' textquotedbl " textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” lq ‘ rq ’ quotedblbase „ glqq „ grqq “ glq ‚ grq ‘ flqq « frqq » guillemotleft « guillemotright »',
		'textdegree ° degree ° deg ° textmu µ textbullet • bullet • textperiodcentered · cdot · textordfeminine ª textordmasculine º textquestiondown ¿ textexclamdown ¡',
		'textonehalf ½ textonequarter ¼ textthreequarters ¾ textsection § textparagraph ¶',
		'alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω',
		'Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω',
		'times × div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ne ≠ neq ≠ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ ll ≪ gg ≫',
		'infty ∞ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ sqrt √ forall ∀ exists ∃ in ∈ notin ∉ subset ⊂ subseteq ⊆ supset ⊃ cup ∪ cap ∩ emptyset ∅ varnothing ∅ wedge ∧ vee ∨ neg ¬ lnot ¬',
		'to → rightarrow → rarr → leftarrow ← larr ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⇒ iff ⇔ mapsto ↦ longrightarrow → uparrow ↑ downarrow ↓ textrightarrow → textleftarrow ←',
		'prime ′ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ mid | parallel ∥ perp ⊥ angle ∠ oplus ⊕ otimes ⊗ langle ⟨ rangle ⟩ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ setminus ∖ checkmark ✓',
		'TeX TeX LaTeX LaTeX LaTeXe LaTeX2e BibTeX BibTeX XeTeX XeTeX XeLaTeX XeLaTeX LuaTeX LuaTeX pdfLaTeX pdfLaTeX',
		'log log ln ln exp exp sin sin cos cos tan tan min min max max lim lim sup sup inf inf arg arg det det dim dim gcd gcd Pr Pr mod mod bmod mod',
	]
		.join(' ')
		.split(' ')
		.reduce<[string, string][]>((pairs, word, at, words) => (at % 2 === 0 ? [...pairs, [word, words[at + 1] ?? '']] : pairs), []),
);

/** What a command stands for that is a sign or a word: `…` for `ldots`, `α` for `alpha`. */
export function findSign(name: string): string | undefined {
	return signs.get(name);
}

const ligatures = new Map([
	['--', '–'],
	['---', '—'],
	['`', '‘'],
	['``', '“'],
	["''", '”'],
]);

/** What TeX prints for several signs in a row: `–` for `--`. */
export function findLigature(signs: string): string | undefined {
	return ligatures.get(signs);
}
