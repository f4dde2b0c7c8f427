/**
 * What is done with a command's arguments in braces: `keep` reads them as text, a number drops so many and keeps the rest. Commands that are in none
 * of these tables lose their names and keep their arguments: most of them are somebody's own marks on words.
 */
const droppedArguments = new Map<string, number>(
	Object.entries({
		1: `label ref eqref pageref autoref cref Cref vref nameref cite nocite bibliography bibliographystyle usepackage RequirePackage documentclass
			documentstyle pagestyle thispagestyle vspace hspace include includegraphics input includeonly index glossary graphicspath addbibresource pagenumbering
			linespread selectlanguage hypersetup color pagecolor theoremstyle newcounter stepcounter refstepcounter
			bibitem phantom hphantom vphantom DeclareGraphicsExtensions captionsetup lstset usetikzlibrary tikzset geometry
			setlist captionof hyphenation write typeout message PassOptionsToPackage ExecuteOptions fontfamily fontseries fontshape
			setmainfont setsansfont setmonofont setdefaultlanguage setotherlanguage babelfont addtocategory usetheme usecolortheme
			useoutertheme useinnertheme usefonttheme pgfplotsset sisetup foreignlanguage textcolor href
			raisebox parbox cline cmidrule rowcolor columncolor cellcolor bibinfo hspace* vspace*
		 lstinputlisting verbatiminput markright enlargethispage hypertarget hyperlink`,
		2: `setlength addtolength setcounter addtocounter definecolor DeclareMathOperator DeclareMathOperator* newtheorem newtheorem*
			fontsize rule multicolumn multirow newcolumntype declaretheorem addtocontents markboth
			setbeamertemplate setbeamercolor setbeamerfont providecolor colorlet pdfbookmark inputminted subimport import
			newcommand renewcommand providecommand newcommand* renewcommand* providecommand* DeclareRobustCommand`,
		3: 'newenvironment renewenvironment addcontentsline NewDocumentCommand RenewDocumentCommand titlespacing',
	}).flatMap(([count, names]) => names.split(/\s+/).map((name): [string, number] => [name, Number(count)])),
);

/** How many of its first arguments a command loses. */
export function droppedArgumentCount(name: string): number {
	return droppedArguments.get(name) ?? (/^[A-Za-z]{0,12}cite[A-Za-z]{0,12}\*?$/.test(name) ? 1 : 0);
}

/** Commands whose bodies may hold empty lines, so that one does not end their argument. */
const definitions = new Set([...droppedArguments.keys()].filter((name) => /command|environment|Document|DeclareRobust/i.test(name)));

export function isDefinition(name: string): boolean {
	return definitions.has(name);
}

/** Whether a command points elsewhere and leaves a gap in the sentence: "as shown~\cite{x}." */
export function isPointer(name: string): boolean {
	return /^(?:label|index|footnotemark)\*?$/.test(name) || (name !== 'citeproc' && /^[A-Za-z]{0,12}cite[A-Za-z]{0,12}\*?$/.test(name));
}

/** Whether a command prints the number of a part of the document, which only TeX counts: "see Fig. …" stands for it. */
export function isReference(name: string): boolean {
	return /^(?:eq|page|auto|c|C|v|name)?ref\*?$/.test(name);
}

const headingLevels = new Map([
	['part', 1],
	['chapter', 1],
	['section', 2],
	['subsection', 3],
	['subsubsection', 4],
	['paragraph', 5],
	['subparagraph', 6],
	['frametitle', 3],
	['framesubtitle', 4],
]);

/** The level of the heading that a command (with or without `*`) makes. Level 1 is left to the title, parts and chapters. */
export function headingLevelOf(name: string): number | undefined {
	return headingLevels.get(name.replace(/\*$/, ''));
}

/** Commands whose arguments say of the document what stands over it, in the order in which it is printed there. */
export const fieldCommands: ReadonlySet<string> = new Set(['title', 'subtitle', 'author', 'date']);

/** Commands that end a line. */
export const lineCommands: ReadonlySet<string> = new Set(['and', 'And', 'AND', 'newline', 'linebreak', 'tabularnewline', 'cr']);

/** Commands that end a paragraph. */
export const paragraphCommands: ReadonlySet<string> = new Set([
	'par',
	'newpage',
	'clearpage',
	'pagebreak',
	'cleardoublepage',
	'bigskip',
	'medskip',
	'smallskip',
]);

/** Commands that part words. */
export const spaceCommands: ReadonlySet<string> = new Set([
	'quad',
	'qquad',
	'hfill',
	'hspace',
	'hskip',
	'space',
	'enspace',
	'thinspace',
	'xspace',
	'nobreakspace',
	'dotfill',
	'hrulefill',
]);

/** Commands that read another file there. */
export const fileCommands: ReadonlySet<string> = new Set(['input', 'include', 'subfile', 'subimport', 'import']);

/** Commands whose argument is a note. */
export const noteCommands: ReadonlySet<string> = new Set([
	'footnote',
	'footnotetext',
	'thanks',
	'endnote',
	'sidenote',
	'marginpar',
	'marginnote',
	'tablefootnote',
	'tnote',
]);

/** Environments with words that are none of the text: drawings, and files within the file. */
const droppedEnvironments = new Set([
	'comment',
	'tikzpicture',
	'pgfpicture',
	'picture',
	'filecontents',
	'filecontents*',
	'asy',
	'axis',
	'CCSXML',
	'pspicture',
]);
const verbatimEnvironments = new Set([
	'verbatim',
	'verbatim*',
	'Verbatim',
	'BVerbatim',
	'LVerbatim',
	'lstlisting',
	'minted',
	'alltt',
	'code',
]);

/** Environments that are not TeX inside: kept as they are, or left out. */
export function rawEnvironment(name: string): 'verbatim' | 'dropped' | undefined {
	return verbatimEnvironments.has(name) ? 'verbatim' : droppedEnvironments.has(name) ? 'dropped' : undefined;
}

/** Environments whose `&` parts cells and whose `\\` ends a row, with the number of arguments before the first cell. */
export const tableEnvironments: ReadonlyMap<string, number> = new Map([
	['tabular', 1],
	['tabular*', 2],
	['tabularx', 2],
	['tabulary', 2],
	['longtable', 1],
	['supertabular', 1],
	['tblr', 1],
	['array', 1],
]);

/** Arguments of other environments that are no text. */
export const environmentArguments: ReadonlyMap<string, number> = new Map([
	['minipage', 1],
	['multicols', 1],
	['wrapfigure', 2],
	['wraptable', 2],
	['thebibliography', 1],
	['subfigure', 1],
	['subtable', 1],
	['adjustbox', 1],
	['spacing', 1],
	['otherlanguage', 1],
	['columns', 0],
	['column', 1],
	['threeparttable', 0],
	['CSLReferences', 2],
]);

export const listEnvironments: ReadonlySet<string> = new Set([
	'itemize',
	'enumerate',
	'description',
	'list',
	'compactitem',
	'compactenum',
	'inparaenum',
	'tablenotes',
]);

export const mathEnvironments: ReadonlySet<string> = new Set(
	['equation', 'align', 'gather', 'multline', 'eqnarray', 'displaymath', 'math', 'alignat', 'flalign'].flatMap((name) => [
		name,
		`${name}*`,
	]),
);
