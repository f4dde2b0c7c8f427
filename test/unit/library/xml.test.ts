import assert from 'node:assert/strict';
import { maxXmlDepth, readXml, type XmlNamespaces } from '../../../src/library/container/xml.ts';
import { bytesOf } from '../../support/reading.ts';

const namespaces: XmlNamespaces = new Map([
	['urn:words', 'w'],
	['urn:plain', ''],
]);

/** What a handler is told, in one line: `<name attribute>`, text, `</name>`. */
function tell(source: Uint8Array | string): { readonly told: string; readonly problem: string | undefined; readonly text: string } {
	const told: string[] = [];
	const pieces: string[] = [];
	const outcome = readXml(source, namespaces, {
		open: (name, attributes) => told.push(`<${name}${attributes.get('w:val') ? ` ${attributes.get('w:val')}` : ''}>`),
		close: (name) => told.push(`</${name}>`),
		text: (text, start) => {
			told.push(text);
			pieces.push(text);
			if (start >= 0 && typeof source === 'string') {
				assert.equal(source.slice(start, start + text.length), text);
			}
		},
	});
	return { told: told.join(''), problem: outcome.problem?.kind, text: pieces.join('') };
}

describe('xml', () => {
	function check(name: string, source: Uint8Array | string, expected: string) {
		it(name, () => assert.equal(tell(source).told, expected));
	}
	check('elements and text', '<a>x<b/>y</a>', '<a>x<b></b>y</a>');
	check('the five entities', '<a>&lt;&gt;&amp;&quot;&apos;</a>', '<a><>&"\'</a>');
	check('characters by number', '<a>&#233;&#x1F600;</a>', '<a>é\u{1F600}</a>');
	check('CDATA', '<a><![CDATA[<b>]]></a>', '<a><b></a>');
	check('comments and instructions', '<?xml version="1.0"?><!-- x --><a>y<!-- z --><?p q?></a>', '<a>y</a>');
	check('the reader’s own prefixes', '<w:a xmlns:w="urn:words" w:val="1"/>', '<w:a 1></w:a>');
	check('other prefixes of the file', '<x:a xmlns:x="urn:words" x:val="1"/>', '<w:a 1></w:a>');
	check('the default namespace', '<a xmlns="urn:words" w:val="1"><b/></a>', '<w:a 1><w:b></w:b></w:a>');
	check('a namespace without a prefix', '<x:a xmlns:x="urn:plain"/>', '<a></a>');
	check('a known prefix of an unknown namespace', '<w:a xmlns:w="urn:other"/>', '<?w:a></?w:a>');
	check('prefixes that end with their element', '<a><x:b xmlns:x="urn:words"/><x:b/></a>', '<a><w:b></w:b><x:b></x:b></a>');
	check('prefixes that were never bound', '<w:a w:val="1"/>', '<w:a 1></w:a>');
	check('elements that are not closed', '<a><b>x</a>', '<a><b>x</b></a>');
	check('a cut-off file', '<a><b>x', '<a><b>x</b></a>');
	check('closing tags of nothing', '<a></b>x</a>', '<a>x</a>');
	check('text around the root', 'x<a>y</a>z', '<a>y</a>');
	check('attributes of objects', '<a constructor="1" __proto__="2">x</a>', '<a>x</a>');
	check('nothing', '', '');
	check('UTF-8 with a mark', bytesOf('\xEF\xBB\xBF<a>\xC3\xA9</a>'), '<a>é</a>');
	check('UTF-16 with a mark', bytesOf('\xFF\xFE<\0a\0>\0\xE9\0<\0/\0a\0>\0'), '<a>é</a>');
	check('UTF-16 without a mark', bytesOf('\0<\0?\0?\0>\0<\0a\0>\0x\0<\0/\0a\0>'), '<a>x</a>');
	check('a declared encoding', bytesOf('<?xml version="1.0" encoding="ISO-8859-1"?><a>\xE9</a>'), '<a>é</a>');
	check('an encoding that nobody knows', bytesOf('<?xml version="1.0" encoding="UTF-7"?><a>+ADw-</a>'), '<a>+ADw-</a>');

	describe('declares nothing', () => {
		check('a document type', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a>x</a>', '<a>x</a>');
		check('entities', '<!DOCTYPE a [<!ENTITY e "many words">]><a>&e;</a>', '<a>&e;</a>');
		check('elements in entities', '<!DOCTYPE a [<!ENTITY e "<b>leak</b>"> <!-- ]> -->]><a>x</a>', '<a>x</a>');
		check('external entities', '<!DOCTYPE a [<!ENTITY e SYSTEM "http://host.example/x">]><a>&e;</a>', '<a>&e;</a>');
		check('parameter entities', '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://host.example/x"> %p;]><a>x</a>', '<a>x</a>');
		check('billions', `<!DOCTYPE a [<!ENTITY a "l">${'<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'.repeat(9)}]><a>&b;</a>`, '<a>&b;</a>');

		it('and refuses a declaration without an end', () => {
			assert.equal(tell(`<!DOCTYPE a [${'<!ENTITY a "b">'.repeat(10)}<a>x</a>`).problem, 'damaged');
			assert.equal(tell(`<!DOCTYPE a "${'x'.repeat(100_000)}"><a>x</a>`).problem, 'damaged');
		});
	});

	it('stops where elements nest too deep', () => {
		const deep = `<a>before${'<b>'.repeat(100_000)}inside${'</b>'.repeat(100_000)}after</a>`;
		const { problem, text } = tell(deep);
		assert.equal(problem, 'tooDeep');
		assert.equal(text, 'before');
		const allowed = `${'<b>'.repeat(maxXmlDepth)}inside${'</b>'.repeat(maxXmlDepth)}`;
		assert.deepEqual([tell(allowed).problem, tell(allowed).text], [undefined, 'inside']);
	});

	it('tells where text stands, beyond the first window and behind a document type', () => {
		const long = Array.from({ length: 1_500 }, (_, index) => `<b>${'tide '.repeat(40)}word${index} &amp; é</b>`).join('');
		const source = `<!DOCTYPE a><a>${long}</a>`;
		assert.equal(tell(source).text.length, tell(new TextEncoder().encode(source)).text.length);
		assert.match(tell(source).text, /word1499 & é$/);
	});

	it('stops when the handler has enough', () => {
		let count = 0;
		readXml(`<a>${'<b/>'.repeat(500_000)}</a>`, namespaces, { open: () => count++, close() {}, text() {}, isDone: () => count > 10 });
		assert.ok(count < 200_000, `${count} elements`);
	});
});
