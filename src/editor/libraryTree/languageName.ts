/** Makers of names are dear, and lists ask for thousands of names. */
const namesOf = new Map<string, Intl.DisplayNames | undefined>();

/** What a language is called: `Korean` for `ko`, shown in `locale`. What is no language tag stays as it is. */
export function toLanguageName(tag: string, locale: string): string {
	if (!namesOf.has(locale)) {
		namesOf.set(locale, makeNames(locale));
	}
	try {
		return namesOf.get(locale)?.of(tag) ?? tag;
	} catch {
		// No language tag: a document may call its language anything.
		return tag;
	}
}

function makeNames(locale: string): Intl.DisplayNames | undefined {
	try {
		return new Intl.DisplayNames([locale, 'en'], { type: 'language' });
	} catch {
		// A display language that is no language tag: codes then.
		return undefined;
	}
}
