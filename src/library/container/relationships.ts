import { readXml, type XmlNamespaces } from './xml.ts';
import type { ZipArchive } from './zip.ts';

/** What a part of an Office document points to. */
export interface Relationship {
	readonly id: string;
	/** The last word of its type: `styles`, `footnotes`, `officeDocument`. */
	readonly type: string;
	/** The name of a part of the same archive. */
	readonly target: string;
}

const namespaces: XmlNamespaces = new Map([['http://schemas.openxmlformats.org/package/2006/relationships', '']]);

/**
 * The relationships of a part, `''` being the archive itself, in the order of the file. What points outside of the archive is left out, so that
 * nobody can ever follow it. None if they cannot be read.
 */
export function readRelationships(archive: ZipArchive, partName: string): readonly Relationship[] {
	const slash = partName.lastIndexOf('/') + 1;
	const folder = partName.slice(0, slash);
	const bytes = archive.read(`${folder}_rels/${partName.slice(slash)}.rels`);
	const found: Relationship[] = [];
	if (bytes instanceof Uint8Array) {
		readXml(bytes, namespaces, {
			open(name, attributes) {
				const target = attributes.get('Target');
				if (name === 'Relationship' && target !== undefined && attributes.get('TargetMode') !== 'External') {
					const type = attributes.get('Type') ?? '';
					found.push({ id: attributes.get('Id') ?? '', type: type.slice(type.lastIndexOf('/') + 1), target: resolvePart(folder, target) });
				}
			},
			close() {},
			text() {},
			isDone: () => found.length > maxRelationships,
		});
	}
	return found;
}

const maxRelationships = 100_000;

/**
 * The name of a part that is written relative to a folder (`word/`): `styles.xml` is `word/styles.xml`, `../a.xml` and `/a.xml` are `a.xml`.
 * It is a key into the archive; what climbs out of it just finds nothing.
 */
export function resolvePart(folder: string, target: string): string {
	if (target.startsWith('/')) {
		return target.slice(1);
	}
	const steps = folder.split('/').filter((step) => step !== '');
	for (const step of target.split('/')) {
		if (step === '..') {
			steps.pop();
		} else if (step !== '' && step !== '.') {
			steps.push(step);
		}
	}
	return steps.join('/');
}
