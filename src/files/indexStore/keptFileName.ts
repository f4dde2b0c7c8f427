import type { KeptFileKind } from '../../library/keptFiles.ts';

/** Every kind: the type holds the list whole. */
const kinds = Object.keys({ index: true, documents: true, terms: true } satisfies Record<KeptFileKind, true>);

/** What files of a kept index are called (`index-12.bin`), with their number. What is called otherwise is never read, and never removed. */
export const keptFileName = new RegExp(`^(?:${kinds.join('|')})-(\\d{1,9})\\.bin$`);
