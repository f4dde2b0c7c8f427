import assert from 'node:assert/strict';
import type { ProblemKind } from '../../../src/base/problem.ts';
import type { DocumentKind } from '../../../src/library/document.ts';
import { kindOfName, recogniseBytes } from '../../../src/library/format.ts';
import { bytesOf, readBytes, readText } from '../../support/reading.ts';
import { makeZip } from '../../support/zipFiles.ts';

const compound = '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1';
const wide = (name: string) => [...name].join('\0');
const zipOf = (name: string) => String.fromCharCode(...makeZip([{ name, data: 'x' }]));

describe('format', () => {
	function checkText(name: string, source: string, fileName: string, kind: DocumentKind) {
		it(name, async () => assert.equal((await readText(source, fileName)).kind, kind));
	}
	checkText('text by its name', 'Some words.', 'a.txt', 'txt');
	checkText('text without a name', 'Some words.', 'README', 'txt');
	checkText('Markdown by its name', '# Head', 'a.markdown', 'md');
	checkText('the name in capitals', '# Head', 'A.MD', 'md');
	checkText('HTML by its content', '<!DOCTYPE html><html><body><p>Words</body></html>', 'a.txt', 'html');
	checkText(
		'HTML after comments and a declaration',
		'<?xml version="1.0"?>\n<!-- saved from url=(0014)about:internet -->\n<html><p>Words',
		'page',
		'html',
	);
	checkText('a fragment of HTML', '<div><p>One</p><p>Two</p><p>Three</p></div>', 'a.txt', 'html');
	checkText('HTML by its name, though it begins with words', 'Words and <b>bold</b> ones', 'a.html', 'html');
	checkText('text that is called HTML', 'Only words, 3 < 4.', 'a.html', 'txt');
	checkText('text that mentions a tag', 'Use <b> for bold text.', 'a.txt', 'txt');
	checkText('text that begins with a tag', '<b> is a tag of HTML, as is <p>.', 'a.txt', 'txt');
	checkText('text that talks of a doctype', 'The line <!DOCTYPE html> begins a page.', 'a.txt', 'txt');
	checkText('Markdown that begins with a tag stays Markdown', '<div><p>a</p><p>b</p><p>c</p></div>', 'a.md', 'md');
	checkText('Markdown that is a whole page is HTML', '<!doctype html><title>x</title><p>y', 'a.md', 'html');
	// Each begins as sound, pictures, archives or fonts do.
	checkText('a text about decision trees', 'ID3 is a decision tree algorithm.\n', 'note.txt', 'txt');
	checkText('a text by somebody called BZhang', 'BZhang wrote this.', 'note.txt', 'txt');
	checkText('a text of levels of bzip2', 'BZh9 is the level that packs best.', 'note.txt', 'txt');
	checkText('a text about sound', 'OggSomething, fLaC and others.', 'note.md', 'md');
	checkText('a text about FLAC', 'fLaC is how such files begin.', 'note.md', 'md');
	checkText('a text about PostScript', '%!PS is what such files begin with.', 'note.txt', 'txt');
	checkText('a text about pictures', 'GIF89a is the newer kind.', 'note.txt', 'txt');
	checkText('a text about Photoshop', '8BPS is the mark of Photoshop.', 'note.txt', 'txt');
	checkText('a text about fonts', 'wOFF and wOF2 are fonts of the web.', 'note.txt', 'txt');
	checkText('a text about DjVu', 'AT&TFORM begins files of DjVu.', 'note.txt', 'txt');
	checkText('a text about containers', 'RIFF, a WAVE of formats.', 'note.txt', 'txt');
	checkText('a text about boxes', 'The ftyp box comes first.', 'note.txt', 'txt');
	checkText('a feed under any name', '<rss version="2.0"><channel><title>a</title></channel></rss>', 'a.html', 'other');
	checkText('XML by its declaration', '<?xml version="1.0"?><log>a</log>', 'a.txt', 'other');
	checkText('XML without a declaration by its name', '<log>a</log>', 'a.xml', 'other');
	checkText('Markdown that begins with XML', '<?xml version="1.0"?><log>a</log>', 'a.md', 'md');
	checkText('tables', 'a,b\n1,2', 'a.csv', 'csv');
	checkText('TeX', '\\section{A}', 'a.tex', 'tex');
	checkText('Org', '* A', 'a.org', 'org');
	checkText('reStructuredText', 'A\n=', 'a.rst', 'rst');
	checkText('AsciiDoc', '= A', 'a.adoc', 'adoc');
	checkText('SubRip', '1\n00:00:01,000 --> 00:00:02,000\nHi', 'a.srt', 'srt');
	checkText('WebVTT', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHi', 'a.vtt', 'vtt');

	function checkRefused(name: string, bytes: string, fileName: string, kind: DocumentKind, problem: ProblemKind, detail: RegExp) {
		it(`refuses ${name}`, async () => {
			const content = await readBytes(bytesOf(bytes), fileName);
			assert.equal(content.kind, kind);
			assert.deepEqual(
				content.problems.map((found) => found.kind),
				[problem],
			);
			assert.match(content.problems[0]?.detail ?? '', detail);
			assert.equal(content.text, '');
		});
	}
	checkRefused('MP3', 'ID3\x03\x00\x00\x00\x00\x0F\x76', 'a.mp3', 'other', 'unsupported', /sound/);
	checkRefused('MP3 that is called text', 'ID3\x04\x00\x00\x00\x00\x0F\x76TIT2', 'a.txt', 'other', 'unsupported', /sound/);
	checkRefused('bzip2', 'BZh91AY&SY\xA1\xB2\xC3\xD4', 'a.bz2', 'other', 'unsupported', /bzip2/);
	checkRefused('empty bzip2', 'BZh9\x17rE8P\x90\0\0\0\0', 'a.bz2', 'other', 'unsupported', /bzip2/);
	checkRefused('Ogg', 'OggS\0\x02\0\0\0\0', 'a.ogg', 'other', 'unsupported', /sound/);
	checkRefused('PostScript', '%!PS-Adobe-3.0\n%%Title: x', 'a.ps', 'other', 'unsupported', /PostScript/);
	checkRefused('short PostScript', '%!PS\n/Times findfont', 'a.ps', 'other', 'unsupported', /PostScript/);
	checkRefused('fonts', 'wOF2\0\x01\0\0', 'a.woff2', 'other', 'unsupported', /font/);
	for (const [name, bytes, isPdf] of [
		['PDF', '%PDF-1.7\n%\xE2\xE3\xCF\xD3', true],
		['PDF behind white space', '\n%PDF-1.4 words', true],
		['PDF in a Mac’s wrapping', '\0\x05\x16\x00....%PDF-1.4\nstartxref\n12\n%%EOF\n', true],
		['a text about PDF', 'Files begin with %PDF-1.4, as they say.', false],
	] as const) {
		it(`${name} is ${isPdf ? '' : 'not '}PDF by its content`, () => {
			assert.equal(recogniseBytes(bytesOf(bytes), 'a.txt')?.kind === 'pdf', isPdf);
		});
	}
	checkRefused('workbooks', zipOf('xl/workbook.xml'), 'a.xlsx', 'other', 'unsupported', /CSV/);
	checkRefused('slides', zipOf('ppt/presentation.xml'), 'a.pptx', 'other', 'unsupported', /PowerPoint/);
	checkRefused('zip archives', zipOf('photo.jpg'), 'a.zip', 'other', 'unsupported', /unpack/);
	checkRefused('a zip that says it is Word', zipOf('photo.jpg'), 'a.docx', 'docx', 'damaged', /\.docx/);
	checkRefused('a zip that was cut off', zipOf('word/document.xml').slice(0, 40), 'a.docx', 'docx', 'damaged', /cut off/);
	checkRefused('the beginning of a zip', 'PK\x03\x04....word/document.xml', 'a.odt', 'odt', 'damaged', /cut off/);
	checkRefused('old Word files', `${compound}....${wide('WordDocument')}`, 'a.doc', 'other', 'unsupported', /\.doc/);
	checkRefused('Outlook messages', `${compound}....${wide('__substg1.0_0037001F')}`, 'a.msg', 'other', 'unsupported', /Outlook/);
	checkRefused('Hangul files', `${compound}....${wide('HwpSummaryInformation')}`, 'a.hwp', 'other', 'unsupported', /Hangul/);
	checkRefused('locked Word files', `${compound}....${wide('EncryptedPackage')}`, 'a.docx', 'docx', 'encrypted', /password/);
	checkText('a Word document that is a page', '<html><body><p>Words</body></html>', 'a.docx', 'html');
	checkText('a Word document that is RTF', '{\\rtf1 words}', 'a.doc', 'rtf');
	checkText('a Word document that is text', 'Only words.', 'a.docx', 'txt');
	checkText('RTF by its content', '{\\rtf1\\ansi words}', 'a.txt', 'rtf');
	checkRefused('pictures', '\x89PNG\r\n\x1A\n....', 'scan.txt', 'other', 'unsupported', /PNG.*recognised/);
	checkRefused('photographs', '\xFF\xD8\xFF\xE0..JFIF', 'a.jpg', 'other', 'unsupported', /JPEG/);
	checkRefused('compressed files', '\x1F\x8B\x08....', 'a.txt.gz', 'other', 'unsupported', /unpack/);
	checkRefused('programs', '\x7FELF....', 'a', 'other', 'unsupported', /program/);
	checkRefused('databases', 'SQLite format 3\0....', 'a.db', 'other', 'unsupported', /database/);
	checkRefused('films', '\0\0\0\x18ftypmp42....', 'a.mp4', 'other', 'unsupported', /video/);
	checkText('mail by its name', 'Subject: B\n\nWords', 'a.eml', 'eml');
	checkText('mail by its header, called text', 'From: A <a@example.org>\nTo: b@example.org\nSubject: B\n\nWords', 'a.txt', 'eml');
	checkText('news by its header', 'Newsgroups: a.b\nFrom: A\nSubject: B\n\nWords', 'a', 'eml');
	checkText(
		'mail behind the line of a mailbox',
		'From a@b Mon Jan 1 00:00:00 2024\nReceived: x\nFrom: A\nSubject: B\n\nWords',
		'a.txt',
		'eml',
	);
	checkText('a mailbox by its name', 'From a@b Mon Jan 1 00:00:00 2024\nSubject: B\n\nWords', 'a.mbox', 'mbox');
	checkText(
		'a mailbox by its messages, called mail',
		'From a@b Mon Jan 1 00:00:00 2024\nSubject: B\n\nWords\n\nFrom a@b Mon Jan 1 00:00:00 2024\nSubject: C\n\nMore',
		'a.eml',
		'mbox',
	);
	checkText('a text with lines about itself', 'Title: A\nAuthor: B\nDate: 2008-03-01\n\nWords', 'a.txt', 'txt');
	checkText('a letter in a text', 'From: Ana\nTo: Eva\nSubject: Tides\n\nDear Eva', 'a.txt', 'txt');
	checkText('a text that begins with the word', 'From here to 1984 it is long.\n\nWords', 'a.txt', 'txt');
	checkText('Markdown about mail', 'From: a@example.org\nTo: b@example.org\nSubject: B\n\nWords', 'a.md', 'md');
	checkText('a page called mail', '<html><body><p>Words</body></html>', 'a.eml', 'html');
	checkText('words called mail', 'Only words', 'a.eml', 'txt');
	const archive = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html\n\n<p>Words\n--x--\n';
	checkText('a web archive', archive, 'a.mht', 'html');
	checkText('a web archive called Word', archive, 'a.doc', 'html');
	checkText('a mail with pictures in its text', `From: A <a@b.c>\nTo: d@e.f\nSubject: B\n${archive}`, 'a.txt', 'eml');
	checkRefused('what is no text at all', '\x01\x02\0\0\0\x05\0\0\0', 'a.bin', 'other', 'binary', /binary/);
	checkRefused('a text with many zero bytes', 'a\0b\0\0c', 'a.txt', 'txt', 'binary', /binary/);

	for (const [name, kind] of [
		['folder/a.b.HTML', 'html'],
		['a', 'other'],
		['.md', 'md'],
		['C:\\x.y\\a', 'other'],
		['a.docx', 'docx'],
		['a.jpeg', 'other'],
	] as const) {
		it(`${name} is called ${kind}`, () => assert.equal(kindOfName(name), kind));
	}
});
