import assert from 'node:assert/strict';
import { toSourceRange } from '../../../src/text/offsetMap.ts';
import { readText } from '../../support/reading.ts';

describe('LaTeX', () => {
	function check(name: string, source: string, expected: string) {
		it(name, async () => assert.equal((await readText(source, 'a.tex')).text, expected));
	}

	describe('words', () => {
		check('lines of a paragraph', 'One line\nand two.\n\nNext.', 'One line and two.\n\nNext.');
		check('emphasis', 'some \\emph{words} in {\\bf bold} and \\textit{it}alics', 'some words in bold and italics');
		check('comments', 'some % not this\nwords%\n  whole \\% stays', 'some wordswhole % stays');
		check('a comment of its own between lines', 'one\n% no\ntwo', 'one two');
		check('a comment before an empty line', 'one % no\n\ntwo', 'one\n\ntwo');
		check('dashes and quotation marks', "``so''---they `say'--1--2 twenty-one", "“so”—they ‘say'–1–2 twenty-one");
		check('ties and spaces', 'Kim~Lee, 10\\,000\\ km\\quad on', 'Kim Lee, 10 000 km on');
		check('accents', "caf\\'e na\\\"{\\i}ve \\c{c}a \\v S\\'{\\i} \\~n \\H{o} \\'{E}", 'café naïve ça Ší ñ ő É');
		check('letters', "Stra\\ss e Sm\\o{}rrebr\\o d \\AA ngstr\\\"om {\\L}\\'od\\'z", 'Straße Smørrebrød Ångström Łódź');
		check('signs', '10\\% \\& \\$5 \\#1 a\\_b \\{c\\} \\ldots{} \\S 3 \\copyright\\ 2024', '10% & $5 #1 a_b {c} … § 3 © 2024');
		check('line breaks', 'one\\\\two\\\\[2pt]three\\newline four', 'one\ntwo\nthree\nfour');
		check('names of programs', 'the \\LaTeX{} system', 'the LaTeX system');
		check('commands nobody knows keep their words', 'a \\term{new word}[x] and \\marked[2]{another}', 'a new word[x] and another');
		check(
			'colours and links',
			'\\textcolor{red}{stop} \\href{http://a.org/b_c}{the page} \\url{http://a.org/b%20c_d}',
			'stop the page http://a.org/b%20c_d',
		);
		check('braces that never close', '{{{a {b', 'a b');
		check('braces that never open', '}}a}b', 'ab');
	});

	describe('what points elsewhere', () => {
		check('citations', 'as shown~\\cite{a,b}. And \\citep[p.~3]{c} that', 'as shown. And that');
		check('references', 'in Section~\\ref{s}, Eq.~(\\ref{e}) and (see \\ref{x})', 'in Section …, Eq. (…) and (see …)');
		check('a citation between words', 'as \\citet{kim} shows', 'as shows');
		check('labels', 'Words\\label{a} here.', 'Words here.');
		check('an argument that is never closed ends with its paragraph', 'one \\cite{a two\n\nthree', 'one\n\nthree');
		check('pictures', 'a \\includegraphics[width=3cm]{b.png} c', 'a c');
	});

	describe('structure', () => {
		check('headings', '\\section{One}\\label{a}\nText.\n\\subsection*{Two} More.', 'One\n\nText.\n\nTwo\n\nMore.');
		check('lists', 'So:\n\\begin{itemize}\n\\item one\n\n\\item two\n\\end{itemize}\nEnd.', 'So:\none\ntwo\nEnd.');
		check('lists of terms', '\\begin{description}\\item[Tide] twice a day\\item[Ebb] low\\end{description}', 'Tide twice a day\nEbb low');
		check(
			'tables',
			'\\begin{table}[htbp]\\centering\\caption{Women}\n\\begin{tabular}{l|r}\\hline\na & b \\\\ \\hline\n\\multicolumn{2}{c}{c} \\\\\nd & 2\\,\\% \\\\\n\\end{tabular}\n\\end{table}\nText.',
			'Women\n\na\tb\nc\nd\t2 %\n\nText.',
		);
		check('notes follow their paragraph', 'Words\\footnote{A \\emph{note}.} go on.\n\nNext.', 'Words go on.\n\nA note.\n\nNext.');
		check(
			'code',
			'So:\\begin{verbatim}\n  a % b\n    \\c{d}\n\\end{verbatim}\nText \\verb|x_{y}%| on',
			'So:\n\n  a % b\n    \\c{d}\n\nText x_{y}% on',
		);
		check('listings with options', '\\begin{lstlisting}[language=C]\nint a;\n\\end{lstlisting}', 'int a;');
		check('drawings are left out', 'a\n\\begin{tikzpicture}\\draw (0,0) node {x};\\end{tikzpicture}\nb', 'a b');
		check('what is commented out', 'a\n\\begin{comment}\nno\n\\end{comment}\nb \\iffalse no \\fi c', 'a b c');
		check('a theorem and its name', '\\begin{theorem}[Pythagoras]\nWords.\n\\end{theorem}', 'Pythagoras\nWords.');
		check('slides', '\\begin{frame}[fragile]{Why}\nWords.\n\\end{frame}', 'Why\n\nWords.');
		check(
			'bibliographies',
			'\\begin{thebibliography}{9}\n\\bibitem{a} Kim, \\emph{Tides}.\n\\bibitem[Lee]{b} Lee.\n\\end{thebibliography}',
			'Kim, Tides.\n\nLee.',
		);
		check('definitions are no text', '\\newcommand{\\x}[2][a]{\\textbf{#1}\n\n#2}\\def\\y#1{z}\\let\\a=\\b Words.', 'Words.');
		check(
			'macros that stand for words',
			'\\newcommand{\\us}{United States\\xspace}In the \\us{} and \\us.',
			'In the United States and United States.',
		);
	});

	describe('macros of the author', () => {
		check('with markup in them', '\\newcommand{\\Gull}{\\textsc{Gull}\\xspace}With \\Gull we see. \\Gull{}.', 'With Gull we see. Gull.');
		check('with arguments', '\\newcommand{\\duo}[2]{the #1 and \\emph{#2}}So \\duo{cat}{\\textbf{owl}} sail.', 'So the cat and owl sail.');
		check(
			'with an argument that may be left out',
			'\\newcommand{\\sea}[2][North]{#1 Sea of #2}\\sea{ice}, \\sea[South]{salt}',
			'North Sea of ice, South Sea of salt',
		);
		check('that point elsewhere', '\\newcommand{\\figref}[1]{Fig.~\\ref{fig:#1}}As \\figref{a} shows.', 'As Fig. … shows.');
		check('in other macros', '\\def\\a{Lee}\\newcommand{\\b}{\\a{} and Kim}By \\b.', 'By Lee and Kim.');
		check('defined twice', '\\newcommand{\\q}{old}\\renewcommand{\\q}{new}A \\q one', 'A new one');
		check('defined in a comment', '% \\newcommand{\\q}{old}\nA \\q{word}', 'A word');
		check('over several lines', '\\newcommand{\\q}[1]{%\n  the #1%\n}\n\nSo \\q{end}.', 'So the end.');
		check('that make notes', '\\newcommand{\\fn}[1]{\\footnote{#1}}Words\\fn{A note.} go on.', 'Words go on.\n\nA note.');
		check('that make headings', '\\newcommand{\\head}[1]{\\section{#1}}\\head{One}\nText.', 'One\n\nText.');
		check('that print an argument twice print it once', '\\newcommand{\\q}[1]{#1, #1}\\q{so}', 'so,');
		check('that call themselves leave their name', '\\newcommand{\\rose}{a \\rose}This is \\rose.', 'This is a rose.');
		check('that call each other', '\\def\\one{x \\two}\\def\\two{y \\one}\\one', 'x y one');
		check('in mathematics', '\\newcommand{\\R}{\\mathbb{R}}\\DeclareMathOperator{\\tr}{tr}$x \\in \\R, \\tr A$', 'x ∈ R, tr A');
		check(
			'in a title',
			'\\newcommand{\\Gull}{\\textsc{Gull}}\\title{On \\Gull}\\begin{document}\\maketitle\nWords.\\end{document}',
			'On Gull\n\nWords.',
		);
		check('without their arguments', '\\newcommand{\\duo}[2]{the #1 and #2}So \\duo.', 'So the and .');
	});

	describe('as pandoc writes it', () => {
		check('signs', 'it\\textquotesingle s \\textless b\\textgreater{}', "it's <b>");
		check('citations with their words', 'So \\citeproc{ref-a}{(Lee 2010)}.', 'So (Lee 2010).');
		check(
			'a table with two heads',
			'\\begin{longtable}[]{@{}ll@{}}\nA & B \\\\\n\\endfirsthead\nA & B \\\\\n\\endhead\nc & d \\\\\n\\end{longtable}',
			'A\tB\nc\td',
		);
	});

	check(
		'what stands before the title page follows the title',
		'\\begin{document}\\title{Tides}\\author{A. Lee}\\affiliation{Univ. of X}\\begin{abstract}Short.\\end{abstract}\\maketitle\nWords.\\end{document}',
		'Tides\n\nA. Lee\n\nUniv. of X\n\nShort.\n\nWords.',
	);

	describe('mathematics', () => {
		check('stays readable', 'where $\\alpha \\leq \\frac{a}{b}$ and \\(x_1^{2}\\)', 'where α ≤ a/b and x_1^2');
		check('displayed', 'We get\n\\[ E = mc^2 \\]\nhere.', 'We get\nE = mc^2\nhere.');
		check('equations', 'a\n\\begin{align}\nx &= 1 \\label{e}\\\\\ny &= \\text{so many}\n\\end{align}\nb', 'a\nx = 1\ny = so many\nb');
		check('brackets are no options', '$\\left[ a - b \\right]$', '[ a - b ]');
	});

	describe('of a whole document', () => {
		const source = [
			'\\documentclass[a4paper]{article}',
			'\\usepackage{x} \\newcommand{\\foo}{\\title{no}}',
			'Words here are none.',
			"\\title{Tides of \\emph{Kor\\'ea}\\thanks{Paid by nobody.}}",
			'\\author{Ana Lee\\\\ University of X \\and Kim Yeo-ni\\textsuperscript{2}}',
			'\\date{March 1, 2008}',
			'\\begin{document}',
			'\\maketitle',
			'\\begin{abstract}Short.\\end{abstract}',
			'\\section{One}',
			'Text.\\footnote{Note one.}',
			'\\input{chapters/two}',
			'\\end{document}',
			'Nothing more.',
		].join('\n');
		const text =
			'Tides of Koréa\n\nPaid by nobody.\n\nAna Lee\nUniversity of X\nKim Yeo-ni2\n\nMarch 1, 2008\n\nShort.\n\nOne\n\nText.\n\nNote one.';

		it('the text', async () => assert.equal((await readText(source, 'a.tex')).text, text));
		it('title, authors, date', async () => {
			const { title, author, date } = await readText(source, 'a.tex');
			assert.deepEqual({ title, author, date }, { title: 'Tides of Koréa', author: 'Ana Lee, Kim Yeo-ni', date: '2008-03-01' });
		});
		it('headings and notes', async () => {
			const { text: found, headings, notes } = await readText(source, 'a.tex');
			assert.deepEqual(
				headings.map(({ level, text: words }) => [level, words]),
				[
					[1, 'Tides of Koréa'],
					[2, 'One'],
				],
			);
			assert.deepEqual(
				notes.map(({ start, end }) => found.slice(start, end)),
				['Paid by nobody.', 'Note one.'],
			);
		});
		it('names the files it takes in', async () => {
			const { problems } = await readText(source, 'a.tex');
			assert.deepEqual(
				problems.map(({ kind }) => kind),
				['partMissing'],
			);
			assert.match(problems[0]?.detail ?? '', /chapters\/two/);
		});
	});

	it('a chapter without a preamble has its first heading for its title', async () =>
		assert.equal((await readText('\\chapter{The Sea}\nWords.', 'a.tex')).title, 'The Sea'));

	it('leads back to the words in the file', async () => {
		const source = "The {\\bf cold} sea of Kor\\'ea, they say.";
		const { text, offsetMap } = await readText(source, 'a.tex');
		const start = text.indexOf('cold sea of Koréa');
		const range = toSourceRange(offsetMap, { start, end: start + 'cold sea of Koréa'.length });
		assert.equal(range && source.slice(range.start, range.end), "cold} sea of Kor\\'ea");
	});
});
