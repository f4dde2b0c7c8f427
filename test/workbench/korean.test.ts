import { strict as assert } from 'node:assert';
import { openWindow, type SampleWindow, showNote, tidyUp } from './sampleWindow.ts';

const files = {
	'seeds/정책.md': `# 정책 용어

정부란 법을 집행하고 나라의 살림을 맡는 기관을 말한다. 정부는 해마다 예산을 짠다.

경제협력개발기구(OECD)는 회원국의 경제 정책을 견주는 국제기구이다. OECD는 해마다 보고서를 낸다.

국가인권위원회는 인권을 지키는 독립 기관으로서 차별을 조사하고, 법과 제도를 고치도록 권고하며, 학교와 일터에서 인권을 가르치는 일도 맡는다. 국가인권위원회는 해마다 정부와 국회에 의견을 내고, 그 의견을 누구나 읽을 수 있도록 누리집과 도서관에 빠짐없이 내놓는다.
`,
	'seeds/예산.txt': `예산 소식

정부는 올해 예산을 늘렸다. 경제협력개발기구(OECD)는 그 예산을 살폈다.

국가인권위원회는 올해 새 의견을 냈는데, 예산이 늘었어도 사람들의 권리를 지키는 데 쓰이는 돈은 오히려 줄었다고 밝혔다. 국가인권위원회는 1,200건의 진정을 조사했다고 말했다.
`,
	'seeds/인권.md': `# 인권 이야기

국가인권위원회는 2001년에 세워졌다. 국가인권위원회는 지난해에 모두 14,316건의 진정을 받았고, 그 가운데 2,400건은 사람들이 일하는 곳에서 일어난 일이었다고 밝혔다. 김민수 교수는 국가인권위원회가 학교와 시설에서 지내는 아이들의 말을 더 자주, 더 오래, 더 가까이에서 들어야 한다고 말했다.
`,
	'seeds/역사.md': `# 인권의 역사

국가인권위원회는 2003년에 세워졌다. 국가인권위원회의 조사관들은 섬과 산골에 사는 사람들도 쉽게 찾아올 수 있도록 지역마다 사무소를 두고 한 해에 두 번씩 마을을 찾아갔다.
`,
	'note.md': `# 메모

정부는 답했다

행정부는 답하지 않았다

OECD는 말했다

국가인권위원회가 물었다

국가은 들었다

감사합니다
`,
};

describe('a Korean note, with a real mouse', () => {
	let window: SampleWindow;

	before(async () => {
		window = await openWindow({ files, file: 'note.md' });
		assert.ok(await window.workbench.hoverWord('정부는'), 'no card ever showed');
	});
	after(() => window?.close());
	beforeEach(showNote(() => window, 'note.md'));
	afterEach(tidyUp(() => window));

	for (const [words, ...expected] of [
		['정부는', /^정부/, /정부란 법을 집행하고 나라의 살림을 맡는 기관을 말한다/, /정책 용어/],
		['OECD는', /경제협력개발기구/, /국제기구이다/],
		['국가인권위원회가', /^국가인권위원회/, /Sources differ: /, /2001년에 세워졌다/, /2003년에 세워졌다/],
	] as const) {
		it(`explains ${words}`, async () => {
			const card = (await window.workbench.hoverWord(words)) ?? '';
			for (const pattern of expected) {
				assert.match(card, pattern);
			}
		});
	}

	for (const words of ['행정부는', '감사합니다']) {
		it(`says nothing on ${words}`, async () => {
			assert.equal(await window.workbench.hoverWord(words, { limitMs: 3_000 }), undefined);
		});
	}

	it('is shown a card of eight lines, in the dark and in the light', async () => {
		const { workbench } = window;
		for (const [theme, name] of [
			['Dark 2026', 'dark'],
			['Light 2026', 'light'],
		] as const) {
			await workbench.setTheme(theme);
			for (const [words, what] of [
				['국가인권위원회가', 'commission'],
				['OECD는', 'oecd'],
			] as const) {
				assert.ok(await workbench.hoverWord(words));
				await workbench.screenshot(`korean-card-${what}-${name}`);
				const lines = await workbench.hoverLines();
				assert.ok(lines >= 3 && lines <= 8, `${words}: ${lines} lines`);
			}
			await workbench.leaveHover();
		}
	});

	it('is completed with the particle that the word asks for', async () => {
		const { workbench } = window;
		await workbench.clickAt('은 들었다');
		const rows = workbench.page.locator('.suggest-widget .monaco-list-row');
		await workbench.doUntil(
			'the commission',
			() => workbench.press('Escape', 'Control+Space'),
			async () => (await rows.allInnerTexts()).some((text) => text.includes('국가인권위원회')),
		);
		await workbench.click(rows.filter({ hasText: '국가인권위원회' }).first());
		await workbench.waitUntil('it in the note', async () => (await workbench.visibleText()).includes('국가인권위원회는 들었다'));
	});
});
