import { decode } from '../textDecoding.ts';

/** Code pages of Windows and the Macintosh by the labels of the Encoding Standard; 437 and 850 are not among its encodings. */
const labels: ReadonlyMap<number, string> = new Map([
	[866, 'ibm866'],
	[874, 'windows-874'],
	[932, 'shift_jis'],
	[936, 'gbk'],
	[949, 'euc-kr'],
	[950, 'big5'],
	[1361, 'euc-kr'],
	[10000, 'macintosh'],
	[10001, 'shift_jis'],
	[10002, 'big5'],
	[10003, 'euc-kr'],
	[10007, 'x-mac-cyrillic'],
	[10008, 'gbk'],
	[20866, 'koi8-r'],
	[20932, 'euc-jp'],
	[21866, 'koi8-u'],
	[51932, 'euc-jp'],
	[51949, 'euc-kr'],
	[54936, 'gb18030'],
	[65001, 'utf-8'],
]);

/** The code page of a font's character set (`\fcharset`); RTF Specification 1.9.1, "Font Table". */
export const pageOfCharset: ReadonlyMap<number, number> = new Map([
	[77, 10000],
	[78, 10001],
	[79, 10003],
	[80, 10008],
	[81, 10002],
	[89, 10007],
	[128, 932],
	[129, 949],
	[130, 1361],
	[134, 936],
	[136, 950],
	[161, 1253],
	[162, 1254],
	[163, 1258],
	[177, 1255],
	[178, 1256],
	[186, 1257],
	[204, 1251],
	[222, 874],
	[238, 1250],
]);

function labelOf(codePage: number): string {
	if (codePage >= 1250 && codePage <= 1258) {
		return `windows-${codePage}`;
	}
	return labels.get(codePage) ?? (codePage >= 28592 && codePage <= 28606 ? `iso-8859-${codePage - 28590}` : 'windows-1252');
}

/** Bytes of a code page as text. An unknown page is read as windows-1252. */
export function decodePage(bytes: readonly number[], codePage: number): string {
	return decode(Uint8Array.from(bytes), labelOf(codePage));
}

const doubleByte: ReadonlySet<string> = new Set(['shift_jis', 'gbk', 'euc-kr', 'big5', 'gb18030', 'euc-jp']);

/** Whether a byte that begins a character is only the first half of it: then the next byte belongs to it, even if it is an ASCII letter. */
export function isFirstHalf(byte: number, codePage: number): boolean {
	if (byte <= 0x80 || byte === 0xff) {
		return false;
	}
	const label = labelOf(codePage);
	return doubleByte.has(label) && !(label === 'shift_jis' && byte >= 0xa0 && byte <= 0xdf);
}

/** The language of a Windows language number (`\deflang1033`), by its lower ten bits; null for those not listed. */
export function languageOf(languageNumber: number | undefined): string | null {
	return languageNumber === undefined ? null : (languages.get(languageNumber & 0x3ff) ?? null);
}

/** Primary languages of [MS-LCID]. */
const languages: ReadonlyMap<number, string> = new Map(
	[
		'1 ar,2 bg,3 ca,4 zh,5 cs,6 da,7 de,8 el,9 en,10 es,11 fi,12 fr,13 he,14 hu,15 is,16 it,17 ja,18 ko,19 nl,20 no,21 pl,22 pt,24 ro,25 ru,26 hr',
		'27 sk,28 sq,29 sv,30 th,31 tr,32 ur,33 id,34 uk,35 be,36 sl,37 et,38 lv,39 lt,41 fa,42 vi,43 hy,45 eu,54 af,55 ka,57 hi,65 sw,69 bn',
	]
		.join(',')
		.split(',')
		.map((pair): [number, string] => [Number(pair.split(' ')[0]), pair.split(' ')[1] ?? '']),
);
