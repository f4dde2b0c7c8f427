import type { Translate } from '../../../src/editor/translate.ts';

/** Fills `{0}` and so on, as VS Code does in English. */
export const translate: Translate = (message, ...args) => message.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));
