/** What office programs write into the properties of a document by themselves, in the languages of their user interfaces. */

/** The file's name, a template's, or what a new document is called. */
const noTitle: readonly RegExp[] = [
	/^microsoft (?:office )?word - /iu,
	/\.(?:docx?|docm|odt|ott|rtf|dot[xm]?|tmp|pages|wpd)$/iu,
	/^(?:document|dokument|documento|documentos?|untitled|sans titre|sin título|sem título|senza titolo|ohne titel|naamloos|без имени|документ|제목 없음|문서|無題|文書|文档|無標題|title|titel|titre|título|titolo|name|normal|template|vorlage|blank|letter|report|unknown)[ -]?\d{0,3}$/iu,
	/^\[(?:title|document title|titel|titre|título|문서 제목)\]$/iu,
	/^(?:new|nouveau|neues?|nuevo|nuovo|novo|nieuw) (?:microsoft|document|dokument|documento)\b/iu,
	/^(?:新建|새|新規|新しい) ?(?:microsoft|文档|문서|文書)/iu,
	/^(?:word|powerpoint) (?:document|presentation|template)$/iu,
];

/** A program, a make of computers, an account of the system, a site that converts files. */
const noAuthor: readonly RegExp[] = [
	/\bmicrosoft\b/iu,
	/\bwindows[- ]?(?:user|benutzer|gebruiker|bruker|användare|사용자|用户|用戶|ユーザー)/iu,
	/^(?:usuario|utilisateur|utente|usuário|пользователь|benutzer)(?: (?:de|di|do))? ?(?:windows)?$/iu,
	/^(?:user|admin|administrator|administrador|administrateur|amministratore|beheerder|администратор|관리자|사용자|owner|author|autor|auteur|guest|root|test|unknown|default|anonymous|none|n\/a|pc|home|laptop|desktop)[- ]?\d{0,4}$/iu,
	/^(?:desktop|laptop|win)-[a-z0-9]{5,}$/iu,
	/^wps[_ ]?\d*$/iu,
	/^(?:dell|hp|hp inc\.?|hewlett[- ]packard(?: company)?|acer|lenovo|asus|toshiba|sony|samsung|ibm)$/iu,
	/^(?:python-docx|apache poi|un-named|openoffice\.org|libreoffice(?: [\d.]+)?|aspose.*|docx4j|pandoc|calibre(?: \(.*)?|google docs)$/iu,
	/^(?:www\.)?[\w-]{1,60}\.(?:com|org|net|io)$/iu,
];

/** The beginnings of programs' calendars, and the day on which the template of a common library was made. */
const noDay: ReadonlySet<string> = new Set([
	'1601-01-01',
	'1899-12-30',
	'1899-12-31',
	'1900-01-01',
	'1904-01-01',
	'1970-01-01',
	'1980-01-01',
	'2013-12-23',
]);
const templateTime = '2013-12-23T23:15:00Z';

/** Whether nobody gave this title. */
export function isDefaultTitle(title: string): boolean {
	return noTitle.some((pattern) => pattern.test(title));
}

/** Whether this is nobody's name. */
export function isDefaultAuthor(author: string): boolean {
	return noAuthor.some((pattern) => pattern.test(author));
}

/** Whether a time, as it stands in the properties, is one at which nothing happened. */
export function isDefaultTime(time: string): boolean {
	const day = time.slice(0, 10);
	return noDay.has(day) && (day !== templateTime.slice(0, 10) || time === templateTime);
}
