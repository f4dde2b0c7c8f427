import type { ProblemKind } from '../../base/problem.ts';
import type { Translate } from '../translate.ts';

/** What a kind of problem is called where files are listed by it. */
export function toProblemName(kind: ProblemKind, translate: Translate): string {
	switch (kind) {
		case 'empty':
			return translate('Empty');
		case 'encodingGuessed':
			return translate('Encoding guessed');
		case 'attachment':
			return translate('Files inside of it');
		case 'metadataIgnored':
			return translate('Metadata ignored');
		case 'invalidBytes':
			return translate('Bytes that mean nothing in the file’s encoding');
		case 'truncated':
			return translate('Longer than is read of one file');
		case 'tooDeep':
			return translate('Nested too deep');
		case 'partMissing':
			return translate('A part gave no text');
		case 'tooLarge':
			return translate('Larger than the limit');
		case 'binary':
			return translate('No text');
		case 'unsupported':
			return translate('Formats that are not read');
		case 'encrypted':
			return translate('Locked by a password');
		case 'damaged':
			return translate('Damaged');
		case 'notAFile':
			return translate('No ordinary file');
		case 'unreadable':
			return translate('Refused by the system');
		case 'vanished':
			return translate('Gone or changing while it was read');
		case 'timeLimit':
			return translate('Took longer than the limit');
		case 'crashed':
			return translate('Set aside after the reader failed');
		case 'unreachable':
			return translate('Not reachable');
	}
}
