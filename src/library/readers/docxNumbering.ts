import { readXml, type XmlAttributes } from '../container/xml.ts';
import { wordNamespaces } from './docxNames.ts';
import { isOn } from './docxStyles.ts';
import { type ListLevel, ListNumbers, maxLevels } from './listNumbers.ts';

interface Level {
	format: string;
	text: string;
	start: number;
	font: string;
	isLegal: boolean;
	/** The paragraph style that is numbered by this level. */
	styleId: string | undefined;
}

interface AbstractList {
	readonly levels: Map<number, Level>;
	/** The name of the list style that holds its levels instead. */
	styleLink: string | undefined;
}

interface List {
	abstractId: string;
	readonly levels: Map<number, Level>;
	readonly starts: Map<number, number>;
}

const maxLists = 20_000;
const maxLevelText = 100;

/** The lists of a Word document (its numbering part), and the count of the items met so far. */
export class DocxNumbering {
	readonly #abstract = new Map<string, AbstractList>();
	/** Which abstract list holds the levels of a list style. */
	readonly #ofListStyle = new Map<string, AbstractList>();
	readonly #lists = new Map<string, List>();
	readonly #started = new Set<string>();
	readonly #numbers = new ListNumbers();

	constructor(bytes: Uint8Array | undefined) {
		if (bytes) {
			this.#read(bytes);
		}
	}

	/** How the next item of this list is marked: `1.`, `a)`, `•`. Where no level is told, it is the one that numbers paragraphs of the style. */
	markOf(listId: string, level: number | undefined, styleId: string | undefined): string {
		const list = this.#lists.get(listId);
		if (!list) {
			return '';
		}
		const named = this.#abstract.get(list.abstractId);
		const abstract = named?.styleLink === undefined || named.levels.size > 0 ? named : this.#ofListStyle.get(named.styleLink);
		const levelOf = (at: number): ListLevel | undefined => list.levels.get(at) ?? abstract?.levels.get(at);
		const own = level ?? [...(abstract?.levels ?? [])].find(([, found]) => styleId !== undefined && found.styleId === styleId)?.[0] ?? 0;
		return this.#numbers.next(list.abstractId, own, levelOf, this.#startOf(list, listId, own));
	}

	/** Lists over the same levels go on counting, unless one says where it starts; it does so once. */
	#startOf(list: List, listId: string, level: number): number | undefined {
		const start = list.starts.get(level);
		const key = `${level} ${listId}`;
		if (start === undefined || this.#started.has(key)) {
			return undefined;
		}
		this.#started.add(key);
		return start;
	}

	#read(bytes: Uint8Array): void {
		let abstract: AbstractList | undefined;
		let list: List | undefined;
		let level: Level | undefined;
		let overridden = 0;
		readXml(bytes, wordNamespaces, {
			open: (name, attributes) => {
				const value = attributes.get('w:val');
				switch (name) {
					case 'w:abstractNum':
						abstract = { levels: new Map(), styleLink: undefined };
						this.#abstract.set(attributes.get('w:abstractNumId') ?? '', abstract);
						break;
					case 'w:styleLink':
						if (abstract && value !== undefined) {
							this.#ofListStyle.set(value, abstract);
						}
						break;
					case 'w:numStyleLink':
						if (abstract) {
							abstract.styleLink = value;
						}
						break;
					case 'w:num':
						list = { abstractId: '', levels: new Map(), starts: new Map() };
						this.#lists.set(attributes.get('w:numId') ?? '', list);
						break;
					case 'w:abstractNumId':
						if (list) {
							list.abstractId = value ?? '';
						}
						break;
					case 'w:lvlOverride':
						overridden = toNumber(attributes.get('w:ilvl'), 0);
						break;
					case 'w:startOverride':
						list?.starts.set(overridden, toNumber(value, 1));
						break;
					case 'w:lvl':
						level = { format: 'decimal', text: '', start: 1, font: '', isLegal: false, styleId: undefined };
						if (toNumber(attributes.get('w:ilvl'), 0) < maxLevels) {
							(list ?? abstract)?.levels.set(toNumber(attributes.get('w:ilvl'), 0), level);
						}
						break;
					default:
						if (level) {
							readLevel(level, name, value, attributes);
						}
				}
			},
			close: (name) => {
				if (name === 'w:lvl') {
					level = undefined;
				} else if (name === 'w:abstractNum') {
					abstract = undefined;
				} else if (name === 'w:num') {
					list = undefined;
				}
			},
			text() {},
			isDone: () => this.#abstract.size + this.#lists.size > maxLists,
		});
	}
}

function readLevel(level: Level, name: string, value: string | undefined, attributes: XmlAttributes): void {
	switch (name) {
		case 'w:start':
			level.start = toNumber(value, 1);
			break;
		case 'w:numFmt':
			level.format = value ?? 'decimal';
			break;
		case 'w:lvlText':
			level.text = (value ?? '').slice(0, maxLevelText);
			break;
		case 'w:isLgl':
			level.isLegal = isOn(value);
			break;
		case 'w:pStyle':
			level.styleId = value;
			break;
		case 'w:rFonts':
			level.font = attributes.get('w:ascii') ?? attributes.get('w:hAnsi') ?? '';
			break;
	}
}

function toNumber(value: string | undefined, otherwise: number): number {
	return value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) : otherwise;
}
