import { createHmac, timingSafeEqual } from 'node:crypto';

/** Says of bytes that they are what we wrote: a keyed hash. With a key that only this person's editor knows nobody else can make one. */
export class Seal {
	readonly #key: Buffer;

	/** Without a key, in hex, everybody can make the seal: it then tells accidents, not attacks. */
	constructor(key: string | undefined) {
		this.#key = Buffer.from(key ?? Buffer.from('dossier').toString('hex'), 'hex');
	}

	/** 32 bytes. Each part is taken with its length, so that no two lists of parts are the same. */
	make(parts: readonly (string | Uint8Array)[]): Buffer {
		const hmac = createHmac('sha256', this.#key);
		for (const part of parts) {
			const bytes = typeof part === 'string' ? Buffer.from(part) : part;
			hmac.update(`${bytes.length}:`).update(bytes);
		}
		return hmac.digest();
	}

	fits(seal: Uint8Array, parts: readonly (string | Uint8Array)[]): boolean {
		const right = this.make(parts);
		return seal.length === right.length && timingSafeEqual(seal, right);
	}
}
