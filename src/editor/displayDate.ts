/**
 * A date as people read it, from EDTF (`2008-03-01`, `2008-03`, `2008`); what is no such date stays as it is.
 * `style` is `short` for lists (`Mar 1, 2008`) and `long` for cards (`March 1, 2008`).
 */
export function toDisplayDate(date: string, locale: string | undefined, style: 'short' | 'long' = 'short'): string {
	const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
	if (parts?.[2] === undefined) {
		return date;
	}
	const [year, month, day] = [Number(parts[1]), Number(parts[2]), parts[3] === undefined ? undefined : Number(parts[3])];
	const time = new Date(Date.UTC(year, month - 1, day ?? 1));
	// `Date.UTC` takes the years 0 to 99 for 1900 to 1999, and months and days out of range for later ones: such dates stay as written.
	if (time.getUTCFullYear() !== year || time.getUTCMonth() !== month - 1 || (day !== undefined && time.getUTCDate() !== day)) {
		return date;
	}
	return getFormat(locale, style, day !== undefined).format(time);
}

/** Formats are dear to make (a tenth of a millisecond and more), and lists ask for thousands of dates. */
const formats = new Map<string, Intl.DateTimeFormat>();

function getFormat(locale: string | undefined, style: 'short' | 'long', hasDay: boolean): Intl.DateTimeFormat {
	const key = `${locale} ${style} ${hasDay}`;
	let format = formats.get(key);
	if (format === undefined) {
		format = new Intl.DateTimeFormat(toLocale(locale), {
			timeZone: 'UTC',
			year: 'numeric',
			month: style,
			...(hasDay ? { day: 'numeric' } : {}),
		});
		formats.set(key, format);
	}
	return format;
}

/** The year of an EDTF date; `undefined` if there is none. */
export function yearOf(date: string | null): string | undefined {
	return date === null ? undefined : /^\d{4}/.exec(date)?.[0];
}

function toLocale(locale: string | undefined): string | undefined {
	try {
		return locale === undefined ? undefined : Intl.getCanonicalLocales(locale)[0];
	} catch {
		// A display language that is no language tag: the machine's own then.
		return undefined;
	}
}
