const table = /* @__PURE__ */ makeTable();

/** The checksum that zip archives keep of each part (polynomial 0xEDB88320): unsigned, 32 bits. */
export function crc32(bytes: Uint8Array): number {
	let crc = 0xffffffff;
	for (let at = 0; at < bytes.length; at++) {
		crc = (table[(crc ^ (bytes[at] as number)) & 0xff] as number) ^ (crc >>> 8);
	}
	return (crc ^ 0xffffffff) >>> 0;
}

function makeTable(): Int32Array {
	const values = new Int32Array(256);
	for (let index = 0; index < 256; index++) {
		let value = index;
		for (let bit = 0; bit < 8; bit++) {
			value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
		}
		values[index] = value;
	}
	return values;
}
