import * as vscode from 'vscode';
import type { Disposable } from '../../base/disposable.ts';
import type { Card } from '../../terms/card.ts';
import { toSource } from '../documentTitle.ts';
import { privateCommandIds } from '../ids.ts';
import type { KnownDocuments } from '../knownDocuments.ts';
import type { LinkTarget, LinkTargets } from '../linkTargets.ts';
import { type ExplainLine, toExplainLines } from './explainLines.ts';

/** The card that is explained now, as a tree. It shows one card at a time, and keeps it until another one comes. */
export class ExplainProvider implements vscode.TreeDataProvider<ExplainLine>, Disposable {
	readonly #documents: KnownDocuments;
	readonly #links: LinkTargets;
	readonly #changeEmitter = new vscode.EventEmitter<undefined>();
	#card: Card | undefined;
	#lines: readonly ExplainLine[] = [];
	#parents = new Map<ExplainLine, ExplainLine>();
	/** Where lines lead: for as long as they are shown, however many cards were hovered since. */
	#handles = new Map<ExplainLine, number>();

	readonly onDidChangeTreeData = this.#changeEmitter.event;

	constructor(documents: KnownDocuments, links: LinkTargets) {
		this.#documents = documents;
		this.#links = links;
	}

	/** The card that is shown. */
	get card(): Card | undefined {
		return this.#card;
	}

	/** The first line: the term itself. */
	get head(): ExplainLine | undefined {
		return this.#lines[0];
	}

	show(card: Card, otherSenses: readonly Card[] = []): void {
		this.#card = card;
		this.#links.letGo(this.#handles.values());
		this.#handles = new Map();
		this.#lines = toExplainLines(
			card,
			{
				translate: vscode.l10n.t,
				locale: vscode.env.language,
				sourceOf: (id) => toSource(this.#documents.get(id)),
			},
			otherSenses,
		);
		this.#parents = new Map(this.#lines.flatMap((line) => line.children.map((child) => [child, line] as const)));
		this.#changeEmitter.fire(undefined);
	}

	/** Whether this is a line of the view: commands are handed all sorts of things. */
	holds(argument: unknown): argument is ExplainLine {
		return this.#lines.some((line) => line === argument || line.children.some((child) => child === argument));
	}

	getChildren(line?: ExplainLine): ExplainLine[] {
		return [...(line === undefined ? this.#lines : line.children)];
	}

	getParent(line: ExplainLine): ExplainLine | undefined {
		return this.#parents.get(line);
	}

	getTreeItem(line: ExplainLine): vscode.TreeItem {
		const { Expanded, None } = vscode.TreeItemCollapsibleState;
		const label =
			line.mark === undefined ? line.label : { label: line.label, highlights: [[line.mark.start, line.mark.end] as [number, number]] };
		const item = new vscode.TreeItem(label, line.children.length > 0 ? Expanded : None);
		// Of one term to the next nothing is the same line, or a section that was closed once would never open again.
		item.id = `${this.#card?.term}\n${line.id}`;
		item.description = line.description;
		item.tooltip = line.tooltip;
		item.contextValue = line.type;
		item.accessibilityInformation = { label: line.spoken };
		if (line.icon !== '') {
			item.iconPath = new vscode.ThemeIcon(line.icon);
		}
		const command = this.#toCommand(line);
		if (command !== undefined) {
			item.command = command;
		}
		return item;
	}

	dispose(): void {
		this.#changeEmitter.dispose();
	}

	#toCommand(line: ExplainLine): vscode.Command | undefined {
		const { type, receipt, term } = line;
		if (receipt !== undefined) {
			const handle = this.#hold(line, { kind: 'receipt', receipt });
			return { command: privateCommandIds.openReceipt, title: vscode.l10n.t('Open this passage'), arguments: [handle] };
		}
		if (type === 'mentions' && term !== undefined) {
			const handle = this.#hold(line, { kind: 'mentions', term });
			return { command: privateCommandIds.findMentions, title: vscode.l10n.t('Find All Mentions'), arguments: [handle] };
		}
		if (type === 'term' && term !== undefined) {
			const handle = this.#hold(line, { kind: 'term', term });
			return { command: privateCommandIds.explainName, title: vscode.l10n.t('Explain this term'), arguments: [handle] };
		}
		return undefined;
	}

	#hold(line: ExplainLine, target: LinkTarget): number {
		const handle = this.#handles.get(line) ?? this.#links.hold(target);
		this.#handles.set(line, handle);
		return handle;
	}
}
