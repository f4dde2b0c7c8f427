import assert from 'node:assert/strict';
import { decodeBytes } from '../../../src/library/charset.ts';
import { bytesOf } from '../../support/reading.ts';

describe('charset', () => {
	function check(name: string, bytes: Uint8Array, expected: { text?: string; encoding: string; problems?: string[] }) {
		it(name, () => {
			const decoded = decodeBytes(bytes);
			assert.equal(decoded.encoding, expected.encoding);
			if (expected.text !== undefined) {
				assert.equal(decoded.text, expected.text);
			}
			assert.deepEqual(
				decoded.problems.map((problem) => problem.kind),
				expected.problems ?? [],
			);
		});
	}
	const utf8 = (text: string) => new TextEncoder().encode(text);
	const utf16 = (text: string, isLittle: boolean) =>
		Uint8Array.from([...text].flatMap((char) => [...Array(char.length).keys()].flatMap((at) => order(char.charCodeAt(at), isLittle))));
	const order = (code: number, isLittle: boolean) => (isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255]);

	const guess = ['encodingGuessed'];
	check('plain ASCII is UTF-8', utf8('Hello'), { text: 'Hello', encoding: 'utf-8' });
	check('UTF-8', utf8('한국 café – “x”'), { text: '한국 café – “x”', encoding: 'utf-8' });
	check('the byte order mark of UTF-8 is no text', bytesOf('\xEF\xBB\xBFHello'), { text: 'Hello', encoding: 'utf-8' });
	check('a byte order mark within the text stays for the reader', utf8('a\uFEFFb'), { text: 'a\uFEFFb', encoding: 'utf-8' });
	check('UTF-16, little end first, with mark', bytesOf('\xFF\xFEH\0i\0'), { text: 'Hi', encoding: 'utf-16le' });
	check('UTF-16, big end first, with mark', bytesOf('\xFE\xFF\0H\0i'), { text: 'Hi', encoding: 'utf-16be' });
	check('UTF-32 with mark', bytesOf('\xFF\xFE\0\0H\0\0\0\x00\xF6\x01\0'), { text: 'H\u{1F600}', encoding: 'utf-32le' });
	check('UTF-32, big end first, with mark', bytesOf('\0\0\xFE\xFF\0\0\0H'), { text: 'H', encoding: 'utf-32be' });
	check('UTF-16 without mark', utf16('Plain words in two bytes each.\n', true), {
		text: 'Plain words in two bytes each.\n',
		encoding: 'utf-16le',
		problems: guess,
	});
	check('UTF-16 without mark, big end first', utf16('Plain words.\n', false), {
		text: 'Plain words.\n',
		encoding: 'utf-16be',
		problems: guess,
	});
	check('Korean UTF-16 without mark', utf16('성매매 피해자 지원 센터는\n서울에 있다.\n', true), {
		text: '성매매 피해자 지원 센터는\n서울에 있다.\n',
		encoding: 'utf-16le',
		problems: guess,
	});
	check('Korean UTF-16 without mark, big end first', utf16('성매매 피해자 지원 센터는\n서울에 있다.\n', false), {
		encoding: 'utf-16be',
		problems: guess,
	});
	check('windows-1252 with the characters that Node loses', bytesOf('He said \x93no\x94 \x96 it\x92s 5 \x80 in caf\xE9s'), {
		text: 'He said “no” – it’s 5 € in cafés',
		encoding: 'windows-1252',
		problems: guess,
	});
	check('one quotation mark of windows-1252 in a long text', bytesOf(`${'Plain words. '.repeat(50)}Kim\x92s work.`), {
		encoding: 'windows-1252',
		problems: guess,
	});
	check('German in windows-1252', bytesOf('\xC4rger \xFCber die gro\xDFe M\xF6glichkeit der \xDCbersetzung'), {
		text: 'Ärger über die große Möglichkeit der Übersetzung',
		encoding: 'windows-1252',
		problems: guess,
	});
	check('a short Korean text in EUC-KR', bytesOf('\xC7\xD1\xB1\xB9 \xBF\xA9\xBC\xBA'), {
		text: '한국 여성',
		encoding: 'euc-kr',
		problems: guess,
	});
	check('Korean among English', bytesOf('The word \xBC\xBA\xB8\xC5\xB8\xC5 means the sex trade in Korean.'), {
		text: 'The word 성매매 means the sex trade in Korean.',
		encoding: 'euc-kr',
		problems: guess,
	});
	check(
		'Shift-JIS',
		bytesOf(
			'\x82\xB1\x82\xEA\x82\xCD\x93\xFA\x96\x7B\x8C\xEA\x82\xCC\x95\xB6\x8F\xCD\x82\xC5\x82\xB7\x81\x42\x82\xB1\x82\xEA\x82\xCD\x92\xB7\x82\xA2\x95\xB6\x8F\xCD\x82\xC5\x82\xB7\x81\x42',
		),
		{
			text: 'これは日本語の文章です。これは長い文章です。',
			encoding: 'shift_jis',
			problems: guess,
		},
	);
	check(
		'KOI8-R',
		bytesOf(
			'\xF0\xD2\xC9\xD7\xC5\xD4, \xCD\xC9\xD2! \xFC\xD4\xCF \xD4\xC5\xCB\xD3\xD4 \xCE\xC1 \xD2\xD5\xD3\xD3\xCB\xCF\xCD \xD1\xDA\xD9\xCB\xC5 \xC4\xCC\xD1 \xD0\xD2\xCF\xD7\xC5\xD2\xCB\xC9.',
		),
		{
			text: 'Привет, мир! Это текст на русском языке для проверки.',
			encoding: 'koi8-r',
			problems: guess,
		},
	);
	check('ISO-2022-KR by its escapes', bytesOf('\x1B$)C\x0EGQ19\x0F: ok\n\x0E1[\x0F'), {
		text: '한국: ok\n글',
		encoding: 'iso-2022-kr',
		problems: guess,
	});
	check('Thai, a short line', bytesOf('\xB9\xE9\xD3\xE3\xB9\xE1\xC1\xE8\xB9\xE9\xD3\xBA\xD2\xA7\xA1\xCD\xA1'), {
		text: 'น้ำในแม่น้ำบางกอก',
		encoding: 'windows-874',
		problems: guess,
	});
	check('German of DOS', bytesOf('Das M\x84dchen f\x84hrt sp\x84t \x81ber die gro\xE1e Stra\xE1e, h\x94rt man.'), {
		text: 'Das Mädchen fährt spät über die große Straße, hört man.',
		encoding: 'ibm850',
		problems: guess,
	});
	check('a table of DOS', bytesOf('\xDA\xC4\xC4\xC4\xBF\n\xB3 \x81 \xB3\n\xC0\xC4\xC4\xC4\xD9 caf\x82s'), {
		text: '┌───┐\n│ ü │\n└───┘ cafés',
		encoding: 'ibm850',
		problems: guess,
	});
	check('German of a Macintosh', bytesOf('Das M\x8Adchen f\x8Ahrt sp\x8At \x9Fber die gro\xA7e Stra\xA7e, h\x9Art man.'), {
		text: 'Das Mädchen fährt spät über die große Straße, hört man.',
		encoding: 'macintosh',
		problems: guess,
	});
	it('an encoding that nobody knows is said to be none', () => {
		const { problems } = decodeBytes(bytesOf('words \x80\xFF\x01 \xFE\x90 more \xFF\xFF'));
		assert.match(problems[0]?.detail ?? '', /not recognised.*UTF-8/);
	});
	check('ISO-2022-JP by its escapes', bytesOf('\x1B$B$3$l\x1B(B'), { text: 'これ', encoding: 'iso-2022-jp', problems: guess });
	check('what HTML declares', bytesOf('<html><meta charset="windows-1251"><p>\xCF\xF0\xE8\xE2\xE5\xF2'), {
		text: '<html><meta charset="windows-1251"><p>Привет',
		encoding: 'windows-1251',
	});
	check('what HTML declares the old way', bytesOf('<meta http-equiv="Content-Type" content="text/html; charset=euc-kr"><p>\xC7\xD1'), {
		encoding: 'euc-kr',
	});
	check('what XML declares', bytesOf('<?xml version="1.0" encoding="iso-8859-1"?><html>caf\xE9</html>'), {
		text: '<?xml version="1.0" encoding="iso-8859-1"?><html>café</html>',
		encoding: 'windows-1252',
	});
	check('valid UTF-8 is UTF-8 whatever is declared', utf8('<meta charset="iso-8859-1"><p>café'), {
		text: '<meta charset="iso-8859-1"><p>café',
		encoding: 'utf-8',
	});
	check('an unknown declaration is passed over', bytesOf('<meta charset="x-none"><p>caf\xE9 and na\xEFve'), {
		encoding: 'windows-1252',
		problems: guess,
	});

	/** Bytes as Python's codecs write them. */
	const undeclared = (language: string, encoding: string, text: string, bytes: string) =>
		check(`${language} in ${encoding}, which nobody declares`, bytesOf(bytes), { text, encoding, problems: guess });
	undeclared(
		'Russian',
		'windows-1251',
		'Женщины рассказали о том, что произошло в порту.',
		'\xC6\xE5\xED\xF9\xE8\xED\xFB \xF0\xE0\xF1\xF1\xEA\xE0\xE7\xE0\xEB\xE8 \xEE \xF2\xEE\xEC, \xF7\xF2\xEE \xEF\xF0\xEE\xE8\xE7\xEE\xF8\xEB\xEE \xE2 \xEF\xEE\xF0\xF2\xF3.',
	);
	undeclared(
		'Russian',
		'koi8-r',
		'Женщины рассказали о том, что произошло в порту.',
		'\xF6\xC5\xCE\xDD\xC9\xCE\xD9 \xD2\xC1\xD3\xD3\xCB\xC1\xDA\xC1\xCC\xC9 \xCF \xD4\xCF\xCD, \xDE\xD4\xCF \xD0\xD2\xCF\xC9\xDA\xCF\xDB\xCC\xCF \xD7 \xD0\xCF\xD2\xD4\xD5.',
	);
	undeclared(
		'Russian',
		'ibm866',
		'Женщины рассказали о том, что произошло в порту.',
		'\x86\xA5\xAD\xE9\xA8\xAD\xEB \xE0\xA0\xE1\xE1\xAA\xA0\xA7\xA0\xAB\xA8 \xAE \xE2\xAE\xAC, \xE7\xE2\xAE \xAF\xE0\xAE\xA8\xA7\xAE\xE8\xAB\xAE \xA2 \xAF\xAE\xE0\xE2\xE3.',
	);
	undeclared(
		'Russian',
		'iso-8859-5',
		'Женщины рассказали о том, что произошло в порту.',
		'\xB6\xD5\xDD\xE9\xD8\xDD\xEB \xE0\xD0\xE1\xE1\xDA\xD0\xD7\xD0\xDB\xD8 \xDE \xE2\xDE\xDC, \xE7\xE2\xDE \xDF\xE0\xDE\xD8\xD7\xDE\xE8\xDB\xDE \xD2 \xDF\xDE\xE0\xE2\xE3.',
	);
	undeclared(
		'Ukrainian',
		'windows-1251',
		'Її розповідь про події в порту ніхто не чув.',
		'\xAF\xBF \xF0\xEE\xE7\xEF\xEE\xE2\xB3\xE4\xFC \xEF\xF0\xEE \xEF\xEE\xE4\xB3\xBF \xE2 \xEF\xEE\xF0\xF2\xF3 \xED\xB3\xF5\xF2\xEE \xED\xE5 \xF7\xF3\xE2.',
	);
	undeclared(
		'Ukrainian',
		'koi8-u',
		'Її розповідь про події в порту ніхто не чув.',
		'\xB7\xA7 \xD2\xCF\xDA\xD0\xCF\xD7\xA6\xC4\xD8 \xD0\xD2\xCF \xD0\xCF\xC4\xA6\xA7 \xD7 \xD0\xCF\xD2\xD4\xD5 \xCE\xA6\xC8\xD4\xCF \xCE\xC5 \xDE\xD5\xD7.',
	);
	undeclared('a little French', 'windows-1252', 'Le problème', 'Le probl\xE8me');
	undeclared('a little Croatian', 'iso-8859-2', 'Grčka i grčki', 'Gr\xE8ka i gr\xE8ki');
	undeclared('a little French with a capital', 'windows-1252', 'Ça va très bien', '\xC7a va tr\xE8s bien');
	undeclared('a little Italian', 'windows-1252', 'perché no, così è', 'perch\xE9 no, cos\xEC \xE8');
	undeclared('a little Finnish', 'windows-1252', 'hyvää päivää', 'hyv\xE4\xE4 p\xE4iv\xE4\xE4');
	undeclared('a little Slovene', 'iso-8859-2', 'Več ljudi je čakalo', 'Ve\xE8 ljudi je \xE8akalo');
	undeclared('a little Hungarian', 'iso-8859-2', 'A nő és a férfi', 'A n\xF5 \xE9s a f\xE9rfi');
	undeclared(
		'Polish',
		'windows-1250',
		'Kobiety opowiedziały, co się stało później w porcie, gdzie mieszkają.',
		'Kobiety opowiedzia\xB3y, co si\xEA sta\xB3o p\xF3\x9Fniej w porcie, gdzie mieszkaj\xB9.',
	);
	undeclared(
		'Polish',
		'iso-8859-2',
		'Kobiety opowiedziały, co się stało później w porcie, gdzie mieszkają i będą żyć.',
		'Kobiety opowiedzia\xB3y, co si\xEA sta\xB3o p\xF3\xBCniej w porcie, gdzie mieszkaj\xB1 i b\xEAd\xB1 \xBFy\xE6.',
	);
	undeclared(
		'Czech',
		'windows-1250',
		'Ženy vyprávěly, co se stalo v přístavu, když přišli.',
		'\x8Eeny vypr\xE1v\xECly, co se stalo v p\xF8\xEDstavu, kdy\x9E p\xF8i\x9Ali.',
	);
	undeclared(
		'Hungarian',
		'windows-1250',
		'A nők elmondták, mi történt a kikötőben, és hová tűntek.',
		'A n\xF5k elmondt\xE1k, mi t\xF6rt\xE9nt a kik\xF6t\xF5ben, \xE9s hov\xE1 t\xFBntek.',
	);
	undeclared(
		'Greek',
		'windows-1253',
		'Οι γυναίκες είπαν τι έγινε στο λιμάνι. Άλλες όχι.',
		'\xCF\xE9 \xE3\xF5\xED\xE1\xDF\xEA\xE5\xF2 \xE5\xDF\xF0\xE1\xED \xF4\xE9 \xDD\xE3\xE9\xED\xE5 \xF3\xF4\xEF \xEB\xE9\xEC\xDC\xED\xE9. \xA2\xEB\xEB\xE5\xF2 \xFC\xF7\xE9.',
	);
	undeclared(
		'Greek',
		'iso-8859-7',
		'Οι γυναίκες είπαν τι έγινε στο λιμάνι. Άλλες όχι.',
		'\xCF\xE9 \xE3\xF5\xED\xE1\xDF\xEA\xE5\xF2 \xE5\xDF\xF0\xE1\xED \xF4\xE9 \xDD\xE3\xE9\xED\xE5 \xF3\xF4\xEF \xEB\xE9\xEC\xDC\xED\xE9. \xB6\xEB\xEB\xE5\xF2 \xFC\xF7\xE9.',
	);
	undeclared(
		'Turkish',
		'windows-1254',
		'Kadınlar limanda ne olduğunu anlattı, şimdi güvendeler.',
		'Kad\xFDnlar limanda ne oldu\xF0unu anlatt\xFD, \xFEimdi g\xFCvendeler.',
	);
	undeclared(
		'Hebrew',
		'windows-1255',
		'הנשים סיפרו מה קרה בנמל באותו לילה.',
		'\xE4\xF0\xF9\xE9\xED \xF1\xE9\xF4\xF8\xE5 \xEE\xE4 \xF7\xF8\xE4 \xE1\xF0\xEE\xEC \xE1\xE0\xE5\xFA\xE5 \xEC\xE9\xEC\xE4.',
	);
	undeclared(
		'Arabic',
		'windows-1256',
		'روت النساء ما حدث في الميناء تلك الليلة.',
		'\xD1\xE6\xCA \xC7\xE1\xE4\xD3\xC7\xC1 \xE3\xC7 \xCD\xCF\xCB \xDD\xED \xC7\xE1\xE3\xED\xE4\xC7\xC1 \xCA\xE1\xDF \xC7\xE1\xE1\xED\xE1\xC9.',
	);
	undeclared(
		'Lithuanian',
		'windows-1257',
		'Moterys papasakojo, kas įvyko uoste tą naktį, ir ką žinojo.',
		'Moterys papasakojo, kas \xE1vyko uoste t\xE0 nakt\xE1, ir k\xE0 \xFEinojo.',
	);
	undeclared(
		'Latvian',
		'windows-1257',
		'Sievietes pastāstīja, kas notika ostā tajā naktī, un ko viņas zināja.',
		'Sievietes past\xE2st\xEEja, kas notika ost\xE2 taj\xE2 nakt\xEE, un ko vi\xF2as zin\xE2ja.',
	);
	undeclared(
		'Japanese',
		'shift_jis',
		'女性たちは港で何があったかを話した。',
		'\x8F\x97\x90\xAB\x82\xBD\x82\xBF\x82\xCD\x8D`\x82\xC5\x89\xBD\x82\xAA\x82\xA0\x82\xC1\x82\xBD\x82\xA9\x82\xF0\x98b\x82\xB5\x82\xBD\x81B',
	);
	undeclared(
		'Japanese',
		'euc-jp',
		'女性たちは港で何があったかを話した。',
		'\xBD\xF7\xC0\xAD\xA4\xBF\xA4\xC1\xA4\xCF\xB9\xC1\xA4\xC7\xB2\xBF\xA4\xAC\xA4\xA2\xA4\xC3\xA4\xBF\xA4\xAB\xA4\xF2\xCF\xC3\xA4\xB7\xA4\xBF\xA1\xA3',
	);
	undeclared(
		'Chinese',
		'gb18030',
		'妇女们讲述了当天夜里在港口发生的事情，没有人听见她们的声音。',
		'\xB8\xBE\xC5\xAE\xC3\xC7\xBD\xB2\xCA\xF6\xC1\xCB\xB5\xB1\xCC\xEC\xD2\xB9\xC0\xEF\xD4\xDA\xB8\xDB\xBF\xDA\xB7\xA2\xC9\xFA\xB5\xC4\xCA\xC2\xC7\xE9\xA3\xAC\xC3\xBB\xD3\xD0\xC8\xCB\xCC\xFD\xBC\xFB\xCB\xFD\xC3\xC7\xB5\xC4\xC9\xF9\xD2\xF4\xA1\xA3',
	);
	undeclared(
		'Chinese',
		'big5',
		'婦女們講述了當天夜裡在港口發生的事情，沒有人聽見她們的聲音。',
		'\xB0\xFC\xA4k\xAD\xCC\xC1\xBF\xADz\xA4F\xB7\xED\xA4\xD1\xA9]\xB8\xCC\xA6b\xB4\xE4\xA4f\xB5o\xA5\xCD\xAA\xBA\xA8\xC6\xB1\xA1\xA1A\xA8S\xA6\xB3\xA4H\xC5\xA5\xA8\xA3\xA6o\xAD\xCC\xAA\xBA\xC1n\xAD\xB5\xA1C',
	);
	undeclared(
		'English in EBCDIC',
		'ibm500',
		'The women told us what happened at the port that night.\n',
		'\xE3\x88\x85@\xA6\x96\x94\x85\x95@\xA3\x96\x93\x84@\xA4\xA2@\xA6\x88\x81\xA3@\x88\x81\x97\x97\x85\x95\x85\x84@\x81\xA3@\xA3\x88\x85@\x97\x96\x99\xA3@\xA3\x88\x81\xA3@\x95\x89\x87\x88\xA3K%',
	);
	undeclared(
		'German in EBCDIC',
		'ibm500',
		'Die Frauen erzählten, was in jener Nacht im Hafen geschah.\n',
		'\xC4\x89\x85@\xC6\x99\x81\xA4\x85\x95@\x85\x99\xA9C\x88\x93\xA3\x85\x95k@\xA6\x81\xA2@\x89\x95@\x91\x85\x95\x85\x99@\xD5\x81\x83\x88\xA3@\x89\x94@\xC8\x81\x86\x85\x95@\x87\x85\xA2\x83\x88\x81\x88K%',
	);

	const broken = ['invalidBytes'];
	check('a lone continuation byte', bytesOf('caf\xC3\xA9 na\xC3\xAFve r\xC3\xA9sum\xC3\xA9 \xC3\xA0 \x80 x'), {
		text: 'café naïve résumé à \uFFFD x',
		encoding: 'utf-8',
		problems: broken,
	});
	check('a lone continuation byte in ASCII', bytesOf('hello \x80 world'), {
		text: 'hello \uFFFD world',
		encoding: 'utf-8',
		problems: broken,
	});
	check('an overlong form', bytesOf('slash \xC0\xAF here'), { encoding: 'utf-8', problems: broken });
	check('the end cut off within a character', bytesOf('caf\xC3\xA9 \xED\x95'), {
		text: 'café \uFFFD',
		encoding: 'utf-8',
		problems: broken,
	});
	check('surrogates as bytes', bytesOf('bad \xED\xA0\x80 \xED\xB0\x80 end'), { encoding: 'utf-8', problems: broken });
	check('a zero byte at the end of a long text', bytesOf(`${'Plain words here. '.repeat(100)}\0`), {
		text: 'Plain words here. '.repeat(100),
		encoding: 'utf-8',
		problems: broken,
	});

	for (const [name, bytes] of [
		['only zero bytes', new Uint8Array(100)],
		['a zero byte at the beginning of a short file', bytesOf('\0hello')],
		['random bytes', Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 + ((at * at) >> 3)) & 255)],
		['a table of numbers', Uint8Array.from({ length: 4000 }, (_, at) => (at % 4 === 0 ? at & 255 : 0))],
	] as const) {
		it(`${name} is binary`, () => assert.equal(decodeBytes(bytes).isBinary, true));
	}

	it('tells how many places could not be decoded', () => {
		assert.match(decodeBytes(bytesOf('x \xFF, \xFE 9 \xFF 9')).problems[0]?.detail ?? '', / 3 characters /);
	});
});
