import type { XmlAttributes } from '../container/xml.ts';
import { ListNumbers } from './listNumbers.ts';
import type { OdtStyles } from './odtStyles.ts';

interface OpenList {
	readonly styleName: string | undefined;
	/** What it counts for. */
	readonly key: string;
	/** From 0. */
	readonly level: number;
	/** Whether an item was opened that has not got its mark. */
	isItemOpen: boolean;
	restartAt: number | undefined;
}

const maxLists = 200_000;

/** The lists that are open while an OpenDocument text is read, and the marks of their items: a list begins anew unless it says that it goes on. */
export class OdtLists {
	readonly #styles: OdtStyles;
	readonly #numbers = new ListNumbers();
	readonly #open: OpenList[] = [];
	/** What lists count for, by their ids and by their styles' names. */
	readonly #keyOfId = new Map<string, string>();
	readonly #keyOfStyle = new Map<string, string>();
	#count = 0;

	constructor(styles: OdtStyles) {
		this.#styles = styles;
	}

	get isInList(): boolean {
		return this.#open.length > 0;
	}

	openList(attributes: XmlAttributes): void {
		const outer = this.#open.at(-1);
		const styleName = attributes.get('text:style-name') ?? outer?.styleName;
		const continued = attributes.get('text:continue-list');
		const goesOn = attributes.get('text:continue-numbering') === 'true';
		const known = continued !== undefined ? this.#keyOfId.get(continued) : goesOn ? this.#keyOfStyle.get(styleName ?? '') : undefined;
		const key = outer?.key ?? known ?? `list ${this.#count++}`;
		const id = attributes.get('xml:id') ?? attributes.get('text:id');
		if (this.#count < maxLists) {
			this.#keyOfStyle.set(styleName ?? '', key);
			if (id !== undefined) {
				this.#keyOfId.set(id, key);
			}
		}
		this.#open.push({ styleName, key, level: this.#open.length, isItemOpen: false, restartAt: undefined });
	}

	closeList(): void {
		this.#open.pop();
	}

	openItem(attributes: XmlAttributes): void {
		const list = this.#open.at(-1);
		if (list) {
			const start = attributes.get('text:start-value');
			list.isItemOpen = true;
			list.restartAt = start !== undefined && /^\d{1,6}$/.test(start) ? Number(start) : undefined;
		}
	}

	/** The mark of the paragraph that begins: that of its item, if it is the item's first, or that of a heading of this level (0 is none). */
	nextMark(paragraphListStyle: string | undefined, headingLevel: number): string {
		const list = this.#open.at(-1);
		if (!list) {
			const levelOf = (level: number) => this.#styles.outlineLevel(level);
			return headingLevel > 0 ? this.#numbers.next('outline', headingLevel - 1, levelOf) : '';
		}
		if (!list.isItemOpen) {
			return '';
		}
		list.isItemOpen = false;
		const styleName = list.styleName ?? paragraphListStyle;
		return this.#numbers.next(list.key, list.level, (level) => this.#styles.listLevel(styleName, level), list.restartAt);
	}
}
