import { promisify } from 'node:util';
import { deflateRaw, deflateRawSync, inflateRaw, inflateRawSync } from 'node:zlib';
import type { Packing } from '../../library/keptFiles.ts';

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** What small records have in common; the likeliest last. A record of half a kilobyte is packed into two thirds of what it takes without. */
const dictionary = Buffer.from(
	'"kind":"html","kind":"pdf","kind":"md","kind":"txt","language":"en","publisher":null,"author":null,"date":null,"changedMs":17,"title":null,' +
		'"problems":[],"state":"read","pageCount":0,"headingCount":0,"wordCount":1,"opening":" the of and to in a is that for it as was with on by',
);

/** Most records are not longer: a buffer of this length comes out of Node's pool. */
const usualRecordBytes = 4_000;
/** No record, and no table, is longer than this. */
const maxRecordBytes = 512 * 1024 * 1024;
const maxLargeBytes = 1024 * 1024 * 1024;

export const packing: Packing = {
	pack: (bytes) => deflateRawSync(bytes, { dictionary }),
	unpack: (bytes) => {
		try {
			return inflateRawSync(bytes, { dictionary, maxOutputLength: maxRecordBytes, chunkSize: usualRecordBytes });
		} catch {
			// Not what was packed: as if it were not there.
			return undefined;
		}
	},
	packLarge: (bytes) => deflate(bytes, { level: 3 }),
	unpackLarge: async (bytes) => {
		try {
			return await inflate(bytes, { maxOutputLength: maxLargeBytes });
		} catch {
			return undefined;
		}
	},
};
