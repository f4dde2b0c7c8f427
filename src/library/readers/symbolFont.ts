/**
 * The characters of Adobe's and Microsoft's font Symbol from 0x20 to 0xFE (Unicode's mapping table vendors/adobe/symbol.txt), which documents write
 * by their places in the font. A space stands where the font has nothing.
 */
const characters =
	' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼' +
	' '.repeat(33) +
	'€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭';

/** The few of Wingdings that mean something in a form or a text. */
const wingdings: ReadonlyMap<number, string> = new Map([
	[0x6c, '●'],
	[0x6e, '■'],
	[0x6f, '□'],
	[0x71, '❑'],
	[0x75, '◆'],
	[0x76, '❖'],
	[0xa7, '▪'],
	[0xa8, '☐'],
	[0xd8, '➢'],
	[0xdf, '←'],
	[0xe0, '→'],
	[0xfb, '✗'],
	[0xfc, '✓'],
	[0xfd, '☒'],
	[0xfe, '☑'],
]);

/** A character by its place in a symbol font (0x20 to 0xFE, or the same from U+F000 up); empty if it says nothing outside of that font. */
export function toSymbol(font: string, code: number): string {
	const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
	const name = font.toLowerCase();
	if (name === 'symbol') {
		return (characters[place - 0x20] ?? '').trim();
	}
	if (name.startsWith('wingdings')) {
		return (name === 'wingdings' ? wingdings.get(place) : undefined) ?? '';
	}
	return code >= 0x20 && code < 0xd800 ? String.fromCharCode(code) : '';
}
