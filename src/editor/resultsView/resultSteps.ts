import type { Results } from './results.ts';
import { type HitPlace, type ResultDocument, type ResultGroup, type ResultHit, toPlace } from './resultsModel.ts';

/**
 * The next passage behind (1) or before (-1) a place, through all documents, in the order of the tree, and in each of them by place, folded behind another or
 * not; over the end it begins anew. Without a place, the first or last. `undefined` if nothing is shown. What must be loaded for it is loaded.
 */
export async function stepFrom(results: Results, from: HitPlace | undefined, direction: 1 | -1): Promise<ResultHit | undefined> {
	const model = results.shown?.model;
	let document = from === undefined ? undefined : model?.find(from);
	if (model === undefined || model.documents.length === 0) {
		return undefined;
	}
	if (document !== undefined && from !== undefined) {
		const found = await findInside(results, document, from.start, direction);
		if (found !== undefined) {
			return found;
		}
		document = model.neighbourOf(document, direction);
	}
	document ??= model.documents.at(direction === 1 ? 0 : -1);
	// A document whose passages went meanwhile has none; the next one then.
	for (let tried = 0; document !== undefined && tried < model.documents.length; tried++) {
		const found = await findInside(results, document, direction === 1 ? -1 : Number.POSITIVE_INFINITY, direction);
		if (found !== undefined) {
			return found;
		}
		document = model.neighbourOf(document, direction);
	}
	return undefined;
}

/** The line that comes to stand where one goes with what is folded behind it. What is folded elsewhere stays folded. */
export async function findLineBehind(results: Results, line: ResultHit): Promise<ResultHit | undefined> {
	const own = line.behind ?? line;
	const siblings = line.behind === undefined ? [] : await results.behind(own);
	const sibling = siblings[siblings.findIndex(({ id }) => id === line.id) + 1];
	if (line.behind !== undefined && sibling !== undefined) {
		return sibling;
	}
	let next = await stepFrom(results, toPlace(own), 1);
	while (next?.behind !== undefined) {
		next = await stepFrom(results, toPlace(next), 1);
	}
	return next?.id === own.id ? undefined : next;
}

/** The line that somebody stands at once a document or group goes: the next beside it, of the last one the one before. Its group goes with the last of its documents. */
export async function findLineBeside(
	results: Results,
	line: ResultDocument | ResultGroup,
): Promise<ResultDocument | ResultGroup | undefined> {
	const siblings = (await results.childrenOf(line.parent)).filter((node) => node.type === 'document' || node.type === 'group');
	const at = siblings.findIndex(({ id }) => id === line.id);
	const beside = siblings[at + 1] ?? siblings[at - 1];
	return beside === undefined && line.parent !== undefined ? findLineBeside(results, line.parent) : beside;
}

async function findInside(results: Results, document: ResultDocument, start: number, direction: 1 | -1): Promise<ResultHit | undefined> {
	const isBeyond = ({ hit }: ResultHit): boolean => (direction === 1 ? hit.start > start : hit.start < start);
	results.lookAtLineOf(document);
	// Backwards from the end of a document all of it must be there; forwards a page more is enough.
	if (direction === -1 && start === Number.POSITIVE_INFINITY) {
		results.lookAt(document, document.matchCount);
	}
	for (;;) {
		const hits = (await results.hitsOf(document)).filter(isBeyond);
		const looked = results.lookedAtOf(document);
		const found = direction === 1 ? hits[0] : hits.at(-1);
		if (found?.behind !== undefined) {
			results.lookAtLineOf(found.behind.parent);
		}
		if (found !== undefined || direction === -1 || looked >= document.matchCount) {
			return found;
		}
		results.lookAt(document, looked + 1);
	}
}
