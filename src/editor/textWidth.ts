/**
 * How many columns a text takes: characters of Chinese, Japanese and Korean are as wide as two Latin letters, in proportional fonts too. Those beyond the
 * basic plane have two UTF-16 units anyway.
 */
export function countColumns(text: string): number {
	return text.length + (text.match(wide)?.length ?? 0);
}

const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/gu;
