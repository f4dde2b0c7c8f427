import { sideFields } from '../../library/sideFiles/sideFields.ts';
import { toPlainLabel } from '../plainLabel.ts';
import type { Translate } from '../translate.ts';
import type { SideFault } from './sideFaults.ts';

/** A fault in a sentence, with what to do. */
export function wordFault({ kind, name, suggestion }: SideFault, t: Translate): string {
	const shown = toPlainLabel(name, 100);
	const meant = suggestion === undefined ? '' : ` ${t('Did you mean “{0}”?', toPlainLabel(suggestion, 200))}`;
	switch (kind) {
		case 'syntax':
			return t('This is not valid YAML; the entry is not used.');
		case 'unquotedColon':
			return t('Text with a colon in it must stand in quotation marks; the entry is not used.');
		case 'tab':
			return t('Lines are indented with spaces, not with tabs; the entry is not used.');
		case 'unknownField':
			return t('There is no field “{0}”; the fields are {1}.', shown, sideFields.join(', ')) + meant;
		case 'badDate':
			return t('“{0}” is no date. Write 2008-03-01, 2008-03 or 2008.', shown);
		case 'badLanguage':
			return t('“{0}” is no language code. Write en, ko or pt-BR.', shown);
		case 'badKey':
			return t('“{0}” cannot be cited: a citation key has no spaces, commas or braces.', shown);
		case 'duplicate':
			return t('“{0}” stands here for the second time; the first one counts.', shown);
		case 'notFields':
			return t('Here must stand fields, such as “title: …”, each in a line of its own.');
		case 'notText':
			return t('“{0}” must be a text; author may be a list of texts.', shown);
		case 'alias':
			return t('Anchors, aliases and tags of YAML are not followed. Write the text itself.');
		case 'oneDocument':
			return t('A whole folder cannot have one “{0}”. Write it under the path of a document.', shown);
		case 'tooDeep':
			return t('This nests deeper than any details do; the entry is not used.');
		case 'tooLong':
			return t('This is longer than Dossier reads; it is not used.');
		case 'tooMany':
			return t('From here on nothing is read, since there are too many faults before.');
		case 'unknownPath':
			return t('No document stands at “{0}”.', shown) + meant;
		case 'outsidePath':
			return t('“{0}” leads out of the document folder. Write a path below the folder of this file.', shown);
		case 'noDocument':
			return t('No document “{0}” stands beside this file.', shown);
	}
}
