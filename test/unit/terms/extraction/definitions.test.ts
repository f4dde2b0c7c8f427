import assert from 'node:assert/strict';
import { minShownScore } from '../../../../src/terms/definitionRank.ts';
import { findingsOf } from '../../../support/termDocuments.ts';

/** The terms that a card would show the sentence for. */
function check(text: string, expected: readonly string[]): void {
	it(text.length > 90 ? `${text.slice(0, 90)}…` : text, () => {
		const { definitions } = findingsOf(text);
		const shown = definitions.filter(({ score }) => score >= minShownScore);
		assert.deepEqual(
			shown.map((definition) => definition.term),
			expected,
		);
		for (const definition of definitions) {
			assert.equal(text.slice(definition.start, definition.end), definition.text);
			assert.equal(text.slice(definition.termStart, definition.termEnd), definition.term);
			assert.ok(definition.definitionStart >= definition.start && definition.definitionEnd <= definition.end);
			assert.ok(definition.definitionEnd > definition.definitionStart);
		}
	});
}

/** What is reported, likely enough for a card or not: `term <the words that say what it is>`. */
function checkReported(text: string, ...expected: readonly string[]): void {
	it(`reports: ${text}`, () => {
		const { definitions } = findingsOf(text);
		assert.deepEqual(
			definitions.map(({ term, definitionStart, definitionEnd }) => `${term} <${text.slice(definitionStart, definitionEnd)}>`),
			expected,
		);
	});
}

describe('definitions', () => {
	check('Police refer to them with the acronym of KMPs in reports.', []);
	check('Usury refers to the lending of money at a high rate.', ['Usury']);
	checkReported('The Western Ports Agency (hereinafter WPA) pays.');
	describe('a line of a term, a colon or a dash, and what it is', () => {
		check('Catchment: the area that drains into the river.', ['Catchment']);
		check('Catchment: the area that drains into the river', ['Catchment']);
		check('The office met in May.\n\nFloodplain - the land beside a river that is flooded at times.\n\nIt met again.', ['Floodplain']);
		check('- Weir: a low dam that raises the water of a river.', ['Weir']);
		check('* Stunting – a height that is too low for the age of a child.', ['Stunting']);
		check('Abstraction licence: a permit by which water is taken out of a river.', ['Abstraction licence']);
		check('Exclusive breastfeeding: the feeding of an infant with breast milk only.', ['Exclusive breastfeeding']);
		check('Riparian owner: anyone who owns land beside a river. The riparian owner pays.', ['Riparian owner']);
		check('Aquifer — a layer of rock or sand which holds water, used as a source of it.', ['Aquifer']);
		check('Note: the area that drains is large.', []);
		check('Note: the area that drains into the river.', []);
		check('Figure 3: the area that drains into the river.', []);
		check('Table: the rivers that drain into the lake.', []);
		check('Warning: the dam that failed was old.', []);
		check('From: the area that drains into the river.', []);
		check('Kim: the area that drains is large.', []);
		check('Kim: the area that drains into the river.', []);
		check('Okafor: the area that drains is large.', []);
		check('Ana Holt: the dam that broke.', []);
		check('Moderator: the question that was asked first.', []);
		check('Dr. Okafor: a dam that leaks.', []);
		check('THE WITNESS: the man who held the gate.', []);
		check('Problem: a dam that leaks.', []);
		check('Result: the river that floods the town.', []);
		check('Monday: the day that changed the town.', []);
		check('London: the city that never sleeps.', []);
		check('Crash: a driver who fled the scene died on Monday.', []);
		check('Then: the rain that fell for days.', []);
		check('Explainer: the treaty that ended the war', []);
		check('Fact-check: the claim that eels fly is wrong.', []);
		check('Fact check: the belief that eels can fly.', []);
		check('Fact pattern: the set of facts that is told in court.', ['Fact pattern']);
		check('Exclusive: the letter that the minister hid', []);
		check('Polder: the land that is drained', ['Polder']);
		check('Catchment: the area is large, and it grows.', []);
		check('Catchment: it drains into the river that floods.', []);
		check('Catchment: 40 km2 of the land that is drained.', []);
		check('Location: the town of Orrin.', []);
		check('We asked three things: the area that drains into the river, the town and the dam.', []);
		check('The town had one wish: a dam that holds.', []);
		check('Venue: the hall of the council.', []);
		check('Orrin flood: a town that was forgotten', []);
		it('a heading is none', () => {
			const text = 'Catchment: the area that drains into the river\n\nThe office met in May.';
			const { definitions } = findingsOf(text, { headings: [{ level: 1, text: text.slice(0, 46), start: 0, end: 46 }] });
			assert.deepEqual(
				definitions.filter(({ score }) => score >= minShownScore),
				[],
			);
		});
	});
	describe('is, are, means, refers to', () => {
		check('A Z-score is the number of standard deviations by which a value differs from the median.', ['Z-score']);
		it('begins where hyphens join its first word to others', () => {
			const { definitions } = findingsOf('They paid for around-the-clock protection, a service that guards provide.');
			assert.deepEqual(
				definitions.map(({ term }) => term),
				['around-the-clock protection'],
			);
		});
		check('1. Definitions "Licensee" means the company that runs the dam.', ['Licensee']);
		check('The Parties establish the Straits Commission (hereinafter "SC") for all of them.', ['SC']);
		check('Dr. Luis Conde, a professor at Coimbra University, left the island early.', ['Luis Conde']);
		check('A monthly stipend is a payment that is made every month.', ['monthly stipend']);
		check('Korean massage parlors are a common presence in most cities.', ['Korean massage parlors']);
		check('The penal code defined infanticide as the killing of a child younger than 13.', ['infanticide']);
		check('Membership, as defined in the statute, ends with death.', []);
		check('Its chief executive, Tobias Renn, told the Courier that the company would appeal.', ['Tobias Renn']);
		check('The Commission’s chief officer, Beatrix O’Rourke, said that it was late.', ['Beatrix O’Rourke']);
		check('Our safety representative, Hamza Yildiz, was refused entry to the block.', ['Hamza Yildiz']);
		check('His brother, Marcus Rowntree, says that Daniel does not know it.', ['Marcus Rowntree']);
		check('The last harbour, East Orrin, was closed. Its chief executive, Orrin Water Board, left.', []);
		check('Locked-in syndrome is a condition in which a patient is awake but cannot move.', ['Locked-in syndrome']);
		check('A per-load contract is an agreement under which a crew is paid for each full hold.', ['per-load contract']);
		check('An out-of-court settlement is an agreement that parties reach without a judge.', ['out-of-court settlement']);
		check('A by-election is a vote that is held between general elections.', ['by-election']);
		check('The lights off the coast are an arrangement that guides ships.', []);
		check('A trade-off is a choice in which one good is lost for another.', ['trade-off']);
		check('Debt bondage means the pledge of services as security.', ['Debt bondage']);
		check('Forced labour refers to work that is exacted under threat.', ['Forced labour']);
		check('Photosynthesis is the process by which plants make food.', ['Photosynthesis']);
		check('A nongovernmental organization (NGO) is a group that serves no state.', ['nongovernmental organization']);
		check('Restorative justice is defined as a way to repair harm.', ['Restorative justice']);
	});
	describe('what is said of every such thing', () => {
		check('NRW is water that is produced but lost before it reaches the customer.', ['NRW']);
		check('Remittances are money that migrants send home.', ['Remittances']);
		check('Whistleblowers are employees who report wrongdoing by their employers.', ['Whistleblowers']);
		check('Sextortion is blackmail that uses intimate pictures.', ['Sextortion']);
		check('Blue carbon is carbon captured by the coasts of the world.', ['Blue carbon']);
		check('Bride price is money paid by the groom to the family of the bride.', ['Bride price']);
		check('Refoulement is the return of a person to a country where they face persecution.', ['Refoulement']);
		check('Ghost fishing occurs when lost nets go on catching fish.', ['Ghost fishing']);
		check('By-catch means fish that are caught but not wanted.', ['By-catch']);
		check('The term "statelessness" describes the condition of a person whom no state regards as its own.', ['statelessness']);
		check('A smurf, in the jargon of investigators, is somebody who splits large sums into small ones.', ['smurf']);
		check('Microplastics, defined as particles smaller than five millimetres, were found in each sample.', ['Microplastics']);
		check('The rate of violent crime, defined as murder, rape and robbery, fell last year.', ['violent crime']);
		check('Police recorded fewer offences of organised crime, defined as crime by three or more people.', ['organised crime']);
		check('The share of households with energy poverty, defined as spending of a tenth of income on energy, fell.', ['energy poverty']);
		check('Rates of maternal mortality (defined as deaths within 42 days of birth) fell.', ['maternal mortality']);
		check('Long-term unemployment, defined as twelve months without work, rose.', ['Long-term unemployment']);
		check('Freedom of the press, defined as the absence of state control of news, is rare.', []);
		check('Sales of fish and fish products, defined as goods with at least half fish, grew.', []);
		check('Most of the crime, defined as acts against property, took place at night.', []);
		check('Prosecutors registered several dozen femicides, which they defined as killings of women by a partner.', ['femicides']);
		check('Night dredging, which the law defines as dredging after ten, is rare.', ['Night dredging']);
		check('The court heard a case, and what it was it defined as murder.', []);
		check('The three men, whom it defined as guests, left.', []);
		check('Defamation was defined as any matter likely to injure the reputation of a person.', ['Defamation']);
		check('Night work was defined as work after ten.', []);
		check('The attack was defined as an act of terror.', []);
		check('The killing was defined as murder.', []);
		check('We define food insecurity as limited access to adequate food.', ['food insecurity']);
		check('For the purposes of this report, a child is any person below the age of 18.', ['child']);
		check('Internally displaced persons are people who have been forced to flee their homes.', ['Internally displaced persons']);
		check('A fact-finding mission, which is a temporary body set up to look into claims, reports to the Council.', [
			'fact-finding mission',
		]);
		check('Riverbed incision is the lowering of the bed of a river when more sand leaves than enters.', ['Riverbed incision']);
		check('Bunkering is the fuelling of ships at sea.', ['Bunkering']);
		check('Money laundering is the hiding of where profits came from.', ['Money laundering']);
		check('Debt was the undoing of the firm. Debt is the undoing of kings.', []);
		check('Fasting is the beginning of wisdom.', []);
		check('Okoye is one of the people who spoke.', []);
		check('Renner is happy that it was said.', []);
		check('Farmers are sure who is to blame.', []);
		check('Poverty is the cause of a great deal of harm.', []);
		check('Lagos is the scene of an inquiry.', []);
		check('Kim is the daughter of a fisherman.', []);
		check('Kenya is home to people who fled the war.', []);
		check('The victims are people who trusted him.', []);
		check('The crash happened when a lorry hit the bus.', []);
		check('The programme is money well spent.', []);
	});
	describe('contracts and quotations', () => {
		check('Acme Trading Ltd (the “Company”) sells tools.', ['Company']);
		check('The term “household” means all persons who live together.', ['household']);
		check('In this Act, “worker” includes any person employed.', ['worker']);
		check('The parties (hereinafter “the Parties”) agree.', ['the Parties']);
		check('Die Grünkost GmbH (im Folgenden „Grünkost“) bestreitet alles.', ['Grünkost']);
		check('La préfecture du Rhône (ci-après la « Préfecture ») a fermé le site.', ['Préfecture']);
		check('El Ayuntamiento de Vilaseca (en adelante, «el Ayuntamiento») emitió la moneda.', ['el Ayuntamiento']);
		check('Sie nannte ihn (mit einem Lächeln, „wie immer“) einen Freund.', []);
	});
	describe('known as, called', () => {
		check('The lowering of wages through hired outsiders is called undercutting.', ['undercutting']);
		check('A loan that circulates among the members of a small club is known as a kye.', ['kye']);
		check('They met so-called experts.', []);
		check('Observers charged the act was the same law with a new name.', []);
		check('The mayor called the strike a disgrace.', []);
		check('Critics called him a traitor to the cause.', []);
	});
	describe('apposition', () => {
		check('Frontline Rights, a charity based in Cork, sent a letter.', ['Frontline Rights']);
		check('The Coastal Trust, an alliance of fishers, sent a letter.', ['Coastal Trust']);
	});
	describe('Korean', () => {
		check('성매매란 금품을 주고받기로 하고 성행위를 하는 것을 말한다.', ['성매매']);
		check('“근로자”라 함은 임금을 목적으로 일하는 사람을 말한다.', ['근로자']);
		checkReported('국제해사기구(IMO·이하 기구)는 1948년에 설립됐다.');
		check('내부 고발이란 조직의 비리를 알리는 행위를 뜻한다.', ['내부 고발']);
		check('청소년은 19세 미만인 사람을 말한다.', ['청소년']);
		check('1. “사용자”란 사업을 경영하는 담당자로서 사업주를 위하여 행위하는 자를 말한다.', ['사용자']);
		check('가. "임금"이란 사용자가 근로의 대가로 지급하는 모든 금품을 말한다.', ['임금']);
		check('① “평균임금”이라 함은 이전 3개월 동안의 임금을 날수로 나눈 금액을 말한다.', ['평균임금']);
		check('이 법에서 "공익신고"란 침해 행위가 발생하였다는 사실을 알리는 것을 말한다.', ['공익신고']);
		check('이 판결에서 “요양병원”이라 함은 장기 입원이 필요한 환자를 대상으로 하는 병원을 말한다.', ['요양병원']);
		check('여기서 내부고발이란 조직의 비리를 외부에 알리는 행위를 의미한다.', ['내부고발']);
		check('비정규직은 정규직이 아닌 고용 형태를 통칭한다.', ['비정규직']);
		check('어구실명제란 어구에 소유자의 이름과 연락처를 적도록 한 제도다.', ['어구실명제']);
		check('청항선이란 항만의 쓰레기를 거두는 배의 한 종류다.', ['청항선']);
		check('집하장은 바다에서 건진 쓰레기를 잠시 모아 두는 곳이다.', ['집하장']);
		check('EPR은 생산자가 제품의 재활용까지 책임지는 제도다.', ['EPR']);
		check('횡령이란 타인의 재물을 보관하는 자가 그 재물을 가로채는 것을 말한다(형법 제355조 제1항).', ['횡령']);
		check('불법영득의사라 함은 타인의 재물을 자기의 소유물과 같이 처분하려는 의사를 말한다(대법원 2017. 3. 9. 선고 2014도144 판결 참조).', [
			'불법영득의사',
		]);
		check('그는 횡령이란 말을 듣고도 웃기만 했다(경향신문 2017년 3월 9일).', []);
		checkReported('전남 여천국가산업단지(이하 여천산단)의 공장에서 불이 나 네 명이 숨졌다.');
		checkReported('지역사랑상품권(이하 ‘상품권’)은 그 법률(이하 ‘상품권법’이라 한다)에 따라 발행된다.');
		check('진실이란 듣는 사람마다 언제나 조금씩 다르다.', []);
		check('희망이란 그에게 너무나 멀고 커다란 것이 아니다.', []);
		check('인생이란 그런 것이다.', []);
		check('그는 사람이란 무엇인가를 오래 물었다고 말했다.', []);
		check('정부는 오늘 새 법안을 국회에 냈다고 밝혔다.', []);
	});
	describe('Chinese', () => {
		check('寄宿制学校是指半数以上学生在校住宿的学校。', ['寄宿制学校']);
		check('所谓动火作业，是指可能产生火焰、火花的临时性作业。', ['动火作业']);
		check('爆炸下限（LEL）指可燃气体与空气混合后能够发生爆炸的最低浓度。', ['爆炸下限']);
		check('地方貨幣係指由地方政府發行、僅限於該地區使用之支付工具。', ['地方貨幣']);
		check('研究员林志明指出，发行额为十二亿元，明年还会增加。', []);
		check('这是指去年在学校发生的那件事情，大家都知道。', []);
		check('他说的意思是指去年在学校发生的那件事情。', []);
		check('教育部指示各地学校立即检查食堂并上报结果。', []);
	});
	describe('Japanese', () => {
		check('サンゴ礁とは、サンゴの群落によって作られる地形のことである。', ['サンゴ礁']);
		check('「限界集落」とは、住民の半数以上が高齢者の集落をいう。', ['限界集落']);
		check('この法律において「労働者」とは、事業に使用される者で賃金を支払われる者をいう。', ['労働者']);
		check('これは彼の話とは違うことだと思う。', []);
	});
	describe('no definitions', () => {
		check('This is a problem.', []);
		check('Eleanor thinks Hannah is the leak. Ann Lee says Ruth is a nurse.', []);
		check('It is a long road.', []);
		check('There is a house.', []);
		check('The problem is the money.', []);
		check('Water is the same everywhere.', []);
		check('The reputation of the groups means that people are reluctant.', []);
		check('In May, the court, which is new, met.', []);
		check('UNHCR, the World Food Program, UNICEF, and others helped.', []);
		check('What it called a success was none.', []);
		check('They met so-called experts.', []);
		check('Seoul is 20 miles away.', []);
	});
	describe('patterns that tell as often as they define', () => {
		checkReported('A weir is a low dam that raises the water of a river.', 'weir <a low dam that raises the water of a river>');
		checkReported(
			'The settlers built qanats, which are tunnels that carry water to the fields.',
			'qanats <tunnels that carry water to the fields>',
		);
		checkReported(
			'The process by which ice turns into vapour is called sublimation.',
			'sublimation <The process by which ice turns into vapour>',
		);
		checkReported('A moraine consists of stones that a glacier has left.', 'moraine <consists of stones that a glacier has left>');
		checkReported(
			'Ethnography studies the customs of peoples by living among them.',
			'Ethnography <studies the customs of peoples by living among them>',
		);
		checkReported('We define a quorum as the number of members who must be present.', 'quorum <the number of members who must be present>');
		checkReported(
			'The harassment of women in streets and buses, known as “eve teasing,” was common.',
			'eve teasing <The harassment of women in streets and buses>',
		);
		checkReported('The houses stood empty and the fields were bare.');
		checkReported('He opened the door and saw nobody.');
	});
	it('reads lines of a glossary', () => {
		const lines = [
			'Asylum: shelter that a state gives.',
			'Refoulement – return to a place of danger.',
			'Quota - a fixed number.',
			'Stateless person: of no state.',
		];
		const text = `Glossary\n\n${lines.join('\n')}\n\nNotes\n\nPrinted: on paper that was made here.`;
		const headings = ['Glossary', 'Notes'].map((title) => ({
			level: 1,
			text: title,
			start: text.indexOf(title),
			end: text.indexOf(title) + title.length,
		}));
		const { definitions } = findingsOf(text, { headings });
		assert.deepEqual(
			definitions.map(({ term, definitionStart, definitionEnd }) => `${term}: ${text.slice(definitionStart, definitionEnd)}`),
			[
				'Asylum: shelter that a state gives.',
				'Refoulement: return to a place of danger.',
				'Quota: a fixed number.',
				'Stateless person: of no state.',
			],
		);
	});
	describe('headings over lines that say what they are, whatever the title', () => {
		const handbook = {
			Bedload: 'The part of the sediment that rolls along the bed.',
			Washload: 'Fine clay and silt that stays in the water and hardly settles.',
			Armouring: 'The forming of a layer of coarse stones after the fine ones have been washed away.',
			Thalweg: 'The line that joins the deepest points of a river bed.',
		};
		const rows: [string, Readonly<Record<string, string>>, boolean][] = [
			['a handbook', handbook, true],
			['a handbook with a section that tells something', { ...handbook, Dams: 'The council closed the dam that it had built.' }, false],
			['three headings', { Bedload: handbook.Bedload, Washload: handbook.Washload, Thalweg: handbook.Thalweg }, false],
			[
				'minutes',
				{
					Opening: 'Welcome by the chair and apologies of two members.',
					Budget: 'Report of the treasurer on the first half of the year.',
					Harbour: 'Repairs to the eastern quay after the storm of May.',
					Dates: 'Next meeting of the board on the third of June.',
				},
				false,
			],
			[
				'a report',
				{
					Salt: 'The dam, which the utility owns, was closed for a year.',
					Sand: 'Companies that hold permits dig at night.',
					Fish: 'The fishers who live there lost half of their catch.',
					Boats: 'Nobody knows where the boats went after that.',
				},
				false,
			],
		];
		for (const [name, sections, isRead] of rows) {
			it(name, () => {
				const text = Object.entries({ 'Notes for reporters': '', ...sections })
					.map((lines) => lines.join('\n\n'))
					.join('\n\n');
				const headings = Object.keys({ 'Notes for reporters': '', ...sections }).map((heading, at) => {
					const start = text.indexOf(`${heading}\n`);
					return { level: at === 0 ? 1 : 2, text: heading, start, end: start + heading.length };
				});
				const found = findingsOf(text, { headings }).definitions.filter(({ score }) => score >= minShownScore);
				assert.deepEqual(
					found.map(({ term }) => term),
					isRead ? Object.keys(sections) : [],
				);
			});
		}
	});
	it('reads headings of a glossary', () => {
		const entries = ['Asylum', 'Refoulement', 'Stateless person', 'Safe third country'];
		const text = `Glossary\n\n${entries.map((entry) => `${entry}\n\nProtection by a state for those of ${entry.length} kinds.`).join('\n\n')}`;
		let at = 0;
		const headings = ['Glossary', ...entries].map((entry, index) => {
			const start = text.indexOf(`${entry}\n`, at);
			at = start + entry.length;
			return { level: index === 0 ? 1 : 2, text: entry, start, end: at };
		});
		const { definitions } = findingsOf(text, { headings });
		assert.deepEqual(
			definitions.map((definition) => definition.term),
			entries,
		);
		assert.match(definitions[0]?.text ?? '', /^Protection by a state/);
	});
});
