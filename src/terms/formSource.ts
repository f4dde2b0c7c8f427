import type { FormMode } from './termTable.ts';

/**
 * The forms of terms as `FormWalk` reads them: words have numbers from 1, ways of words are nodes (0 is the start of every form), and at a node end
 * entries, each a form of a card. 0 stands for none of each.
 */
export interface FormSource {
	/** The number of a word of some form, given whole or in two parts; 0 for a word of none. */
	findWord(key: string, rest?: string): number;
	/** Where the word leads from the node; 0 if no form goes on like that. */
	findNext(node: number, word: number): number;
	/** The first entry of the forms that end at this node; 0 if none does. */
	getEntry(node: number): number;
	getNextEntry(entry: number): number;
	getForm(entry: number): number;
	/** The card of the entry; -1 for words that are nobody's, `droppedCard` for a form that is as good as not there. */
	getEntryCard(entry: number): number;
	getFormMode(form: number): FormMode;
	/** Whether the form holds a mark (`&`, `,`, `/`) between words, which then must stand in the text too. */
	hasOwnGap(form: number): boolean;
	/** Whether the form ends in marks (`findOwnTail`) that then must stand in the text too. */
	hasOwnTail(form: number): boolean;
	getFormText(form: number): string;
}
