import assert from 'node:assert/strict';
import { findingsOf } from '../../../support/termDocuments.ts';

/** Expected are `speaker: start of the words / hedge`, in order. */
function check(name: string, text: string, expected: readonly string[]): void {
	it(name, () => {
		const { claims } = findingsOf(text);
		assert.deepEqual(
			claims.map(
				(claim) =>
					`${claim.speaker ?? '?'}: ${text.slice(claim.start, claim.start + 12)}${claim.hedge === null ? '' : ` / ${claim.hedge}`}`,
			),
			expected,
		);
	});
}

describe('claims', () => {
	check('who writes that', 'Maria Lopez wrote that the river is low.', ['Maria Lopez: Maria Lopez ']);
	check('who writes a book', 'Maria Lopez wrote the Tidal Report. With me is Ruth Oduya, who wrote a book.', []);
	check('who writes poems', 'Maria Lopez wrote poems. She writes novels. Maria Lopez wrote “The River” in May.', []);
	check('who writes what is quoted', 'Maria Lopez wrote, “It is low.” “It is high,” Ruth Oduya wrote last week.', [
		'Maria Lopez: Maria Lopez ',
		'Ruth Oduya: “It is high,',
	]);
	check('who writes what stands before', 'The river is low, Maria Lopez wrote.', ['Maria Lopez: The river is']);
	check('somebody says', 'Maria Lopez says that the river is low.', ['Maria Lopez: Maria Lopez ']);
	check('behind a quotation', '“The river is low,” says Maria Lopez.', ['Maria Lopez: “The river i']);
	check('name before the verb behind a quotation', '“The river is low,” Maria Lopez said.', ['Maria Lopez: “The river i']);
	check('with letters behind the name', 'Counsel to the board, Maria Lopez KC, said the Water Trust had warned Ruth Oduya.', [
		'Maria Lopez: Counsel to t',
	]);
	check('a family name gives the full one', 'They met Maria Lopez. Lopez argues that it is low.', ['Maria Lopez: Lopez argues']);
	check('a family name behind which an adverb stands', 'They met Kim Yeo-ni, head of the Harbour Trust. It is low. Kim later denied it.', [
		'Kim Yeo-ni: Kim later de / denied',
	]);
	check('a family name that denies', 'Anna Berg, a nurse, spoke. It is low. Berg denied it. Later the Board denied it.', [
		'Anna Berg: Berg denied  / denied',
		'Board: Later the Bo / denied',
	]);
	check('a word that somebody is called, and denies nothing', 'Anna Price spoke. Price lists were old.', []);
	check(
		'a family name of two, one of whom is the fourth',
		'Ann Holm met Peter Holm IV and Maria Lopez III. Mr. Holm said no. Lopez said yes.',
		['Holm: Mr. Holm sai', 'Maria Lopez III: Lopez said y'],
	);
	check('she is the one who acted last', 'Maria Lopez refuses to go. “It is too far,” she says.', ['Maria Lopez: “It is too f']);
	check('a quotation over sentences', 'Maria Lopez stays. “It is far. It is cold. It is late,” she says.', ['Maria Lopez: “It is far. ']);
	check('two people: the last one who acts', 'Maria Lopez stays. Ruth Oduya left. “It is far,” she says.', ['Ruth Oduya: “It is far,”']);
	check('nobody named', '“It is far,” she says.', ['?: “It is far,”']);
	check('not from another paragraph', 'Maria Lopez stays.\n\n“It is far,” she says.', ['?: “It is far,”']);
	check('according to', 'The river is low, according to the Coastal Water Trust.', ['Coastal Water Trust: The river is']);
	check('according to who is against somebody', 'According to opponents of the Coastal Water Trust, the river is low.', [
		'opponents of the Coastal Water Trust: According to',
	]);
	check('according to whose lawyer', 'The river is low, according to a lawyer for Maria Lopez.', ['lawyer for Maria Lopez: The river is']);
	check('according to who did something to somebody', 'According to the man who shot Maria Lopez, it was dark.', [
		'man who shot Maria Lopez: According to',
	]);
	check('according to what somebody writes', 'According to a 2019 study of eels by Maria Lopez, they are gone.', [
		'Maria Lopez: According to',
	]);
	check('according to what is written about somebody', 'According to a report on Maria Lopez, she is ill.', [
		'report on Maria Lopez: According to',
	]);
	check('according to data from somebody', 'According to data from the Coastal Water Trust, it is low.', [
		'Coastal Water Trust: According to',
	]);
	check('somebody of somebody', 'A friend of Maria Lopez said it is low. Opponents of Maria Lopez claim that she lied.', [
		'friend of Maria Lopez: A friend of ',
		'Opponents of Maria Lopez: Opponents of',
	]);
	check('somebody close to somebody', 'A man close to Maria Lopez said so. A spokesman for Maria Lopez said so.', [
		'Maria Lopez: A spokesman ',
	]);
	check(
		'what nobody says',
		'Neither Ann Lee nor Maria Lopez said so. Nobody at the Coastal Water Trust claimed it. No expert said so.',
		[],
	);
	check('what somebody may say', 'If Maria Lopez said so, it would rain. Had Maria Lopez said so, it would be late.', []);
	check('what somebody is asked', 'Asked whether Maria Lopez said it, Ann Lee laughed.', []);
	check('what somebody says who was asked', 'Asked if it was true Maria Lopez said so. If it rains, Maria Lopez said, it is late.', [
		'Maria Lopez: Asked if it ',
		'Maria Lopez: If it rains,',
	]);
	check('what happened to somebody', 'The death of Maria Lopez showed that it is low.', []);
	check('what somebody testified', 'The testimony of Maria Lopez said so.', ['Maria Lopez: The testimon']);
	check('what is written to somebody', 'A letter to Maria Lopez said so.', ['letter to Maria Lopez: A letter to ']);
	check('who did something to somebody', 'The man accused of killing Maria Lopez denied it. The company suing Maria Lopez said so.', [
		'?: The man accu / denied',
	]);
	check('at a meeting', 'At the hearing Maria Lopez said so. The activist Maria Lopez said so.', [
		'Maria Lopez: At the heari',
		'Maria Lopez: The activist',
	]);
	check('she, behind somebody whom she met', 'Ann Lee visited Ruth Oduya after the rain. She said the wells were dry.', [
		'Ann Lee: She said the',
	]);
	check('she, behind whom she praised when', 'Ann Lee praised Ruth Oduya when he left. She said the wells were dry.', [
		'Ann Lee: She said the',
	]);
	check('according to somebody with a short title', 'According to Dr. Maria Lopez, the river is low.', ['Maria Lopez: According to']);
	check('according to somebody with a short title who is no name yet', 'The river is low, according to Dr. lopez.', ['?: The river is']);
	check('according to, in front', 'According to Maria Lopez, the river is low.', ['Maria Lopez: According to']);
	check('nobody who only does what the sentence tells of', 'All six came from the fires that the Harbour Fire Office documented.', []);
	check('somebody who says that another reports', 'Maria Lopez said that the Coastal Water Trust reported.', ['Maria Lopez: Maria Lopez ']);
	check('nothing that ends', '(Proceedings concluded at 10:52 a.m.) The hearing concluded with a prayer.', []);
	check('who concludes', 'Maria Lopez concluded that it is low. “It is low,” Ruth Oduya concluded.', [
		'Maria Lopez: Maria Lopez ',
		'Ruth Oduya: “It is low,”',
	]);
	check('many somewhere', 'Nurses on the Skerries estimate it is one in five.', ['Nurses on the Skerries: Nurses on th / estimated']);
	check('an office estimates', 'The river authority estimates that 300 left.', ['river authority: The river au / estimated']);
	check('whoever leads a meeting', 'The Chair noted that the Consumer Council had denied being asked.', ['Chair: The Chair no']);
	check('any noun with its article says', 'One fisherman told us that the nets were gone.', ['fisherman: One fisherma']);
	check('several', 'Two farmers claimed the land was theirs.', ['Two farmers: Two farmers ']);
	check('what is taken', 'The Orrin Fire claimed 14 lives. It claims the lives of many. The Orrin Flood claimed dozens of victims.', []);
	check('what is asked for', 'Maria Lopez claimed asylum. Ruth Oduya claimed compensation from the mill.', []);
	check('what somebody claims of lives', 'Maria Lopez claimed that lives were lost. Ruth Oduya claimed her life would be short.', [
		'Maria Lopez: Maria Lopez ',
		'Ruth Oduya: Ruth Oduya c',
	]);
	check('what somebody claims in a letter', 'Maria Lopez claimed in a letter that it was low.', ['Maria Lopez: Maria Lopez ']);
	check(
		'who was asked by somebody',
		'Residents interviewed by the Coastal Water Trust said they left. A nurse asked by Maria Lopez said no.',
		['Residents interviewed by the Coastal Water Trust: Residents in', 'nurse asked by Maria Lopez: A nurse aske'],
	);
	check('what was built by somebody', 'The mill built by the Coastal Water Trust said it all.', []);
	check('what was written by somebody', 'A report issued by the Coastal Water Trust said it was late.', [
		'Coastal Water Trust: A report iss',
	]);
	check('who praised what was written', 'A report written by clerks and praised by the Coastal Water Trust said it was late.', []);
	check('no mark of the line inside of a name', 'Residents interviewed by the Coastal\nWater Trust said they left.', [
		'Residents interviewed by the Coastal Water Trust: Residents in',
	]);
	check(
		'whom somebody met who speaks',
		'The man who attacked Maria Lopez said so. The guards who held Dr. Ruth Oduya in Lagos said no.',
		[],
	);
	check('what is owned by who speaks', 'The firm that sued the Coastal Water Trust denied it. Those who know Maria Lopez say yes.', [
		'?: The firm tha / denied',
	]);
	check('whom somebody met who speaks, and a clause', 'The man who attacked Maria Lopez, who leads the union, said he was sorry.', []);
	check('a name behind who', 'Maria Lopez said so to the man who met her. A woman who sang in May met Ann; Ruth Oduya said so.', [
		'Maria Lopez: Maria Lopez ',
		'Ruth Oduya: A woman who ',
	]);
	check('what it is done to', 'Maria Lopez, in a blue coat, criticised Ann Lee. The union, once asked, denied the report.', [
		'Maria Lopez: Maria Lopez,',
		'?: The union, o / denied',
	]);
	check('a quotation before what may be done to somebody', '“It is not so”, denied Ann Lee.', ['Ann Lee: “It is not s / denied']);
	check('who was asked about it', 'The mayor, asked about the leak by reporters from the Coastal Water Trust, said he had not read it.', [
		'mayor: The mayor, a',
	]);
	check('in a town and its country', 'Officials of the Coastal Water Trust in Paris, France, said it was late.', [
		'Coastal Water Trust in Paris: Officials of',
	]);
	check('whose shop it is', 'The owner of the shop said it was late. Then the driver said so.', [
		'owner of the shop: The owner of',
		'driver: Then the dri',
	]);
	check('many, behind a date', 'In May, religious leaders publicly criticized it.', ['religious leaders: In May, reli']);
	check('whom others tell of', 'The families of some dead sailors claimed port authorities denied it.', [
		'port authorities: The families / denied',
	]);
	check('no accident', 'The man who had driven the truck on the night of the accident said he saw it.', []);
	check('the whole of a word', 'The Secretary-General recalled that states had promised to act.', ['Secretary-General: The Secretar']);
	check('no time of day', 'The same day said much about the place.', []);
	check('notes of a bank', 'The bank notes were false.', []);
	check('a role before the name', '“It is far,” says its president, José Juárez.', ['José Juárez: “It is far,”']);
	check('a role of several words', '“It is far,” said the club’s deputy treasurer, Ann Lee.', ['Ann Lee: “It is far,”']);
	check('a role without a name', '“It is far,” says its president, who left.', ['its president: “It is far,”']);
	check('two people', 'John Smith and Mary Smith argued that it is low.', ['John Smith and Mary Smith: John Smith a']);
	check('one of two', 'They met John Smith and Mary Smith argued that it is low.', ['Mary Smith: They met Joh']);
	check('a clause between', 'Maria Lopez, who leads the union, said it was late.', ['Maria Lopez: Maria Lopez,']);
	check('a clause that ends in a name', 'Maria Lopez, who leads the Coastal Water Trust, said it was late.', ['Maria Lopez: Maria Lopez,']);
	check(
		'a clause with who, behind a family name',
		'They met Maria Lopez. Lopez, who bought it through her firm Harbour Capital, denied it.',
		['Maria Lopez: Lopez, who b / denied'],
	);
	check(
		'a clause with who that names somebody by a role',
		'Captain Maria Lopez, who sails and is married to its chief, Ruth Oduya, said so.',
		['Maria Lopez: Captain Mari'],
	);
	check('a clause with who, behind nobody named', 'A former guard, who worked for the Coastal Water Trust, alleged it.', [
		'former guard: A former gua / alleged',
	]);
	check('whom a second half of the sentence names', 'Maria Lopez, who leads it, left, and her deputy, Ruth Oduya, said so.', [
		'Ruth Oduya: Maria Lopez,',
	]);
	check('whose somebody is, between commas', 'Chief Maria Lopez, of the Coastal Water Trust, said so.', ['Maria Lopez: Chief Maria ']);
	check('whom somebody told', 'Maria Lopez, in May, told the mayor, Ruth Oduya, that it was late. Maria Lopez told Ruth Oduya so.', [
		'Maria Lopez: Maria Lopez,',
		'Maria Lopez: Maria Lopez ',
	]);
	check('whom somebody warned, behind a clause', 'The union, in a letter, warned the mayor, Ruth Oduya, that it was late.', [
		'union: The union, i',
	]);
	check('people who know of something', 'The trust will close, two people with knowledge of the matter said.', [
		'two people with knowledge of the matter: The trust wi',
	]);
	check('a role before a title and the name', '“It is far,” said its chief executive, Sir Peter Lopez.', ['Peter Lopez: “It is far,”']);
	check('a short form in brackets', 'The Coastal Water Trust (CWT) said on 4 May 2020 that it is low.', [
		'Coastal Water Trust: The Coastal ',
	]);
	check('brackets before an adverb', 'The Coastal Water Trust (“CWT”) has also warned that it is low.', [
		'Coastal Water Trust: The Coastal ',
	]);
	check('where somebody stands in the picture', 'Maria Lopez (left) said it was late.', ['Maria Lopez: Maria Lopez ']);
	check('an age, and a role', 'Maria Lopez (42), a nurse, said it was late.', ['Maria Lopez: Maria Lopez ']);
	check('an office with brackets', 'The union (which has 300 members) said it was late.', ['union: The union (w']);
	check('brackets that are a sentence of their own', 'It is low. (Maria Lopez is ill.) Said one: it is late.', []);
	check('what somebody refutes, who is told of in brackets', 'He sent a message that Maria Lopez (a nurse) refutes.', []);
	check('whom brackets name does not speak', 'The report (by Maria Lopez) was late.', []);
	check('an owned company with a short form', 'Orrin Water Ltd (“Orrin”), owned by Harbour Capital, denied it.', [
		'Orrin Water Ltd: Orrin Water  / denied',
	]);
	check('brackets behind an owner', 'The committee, chaired by Ann Lee (Labour), said it was late.', ['committee: The committe']);
	check('behind the verb', 'The wells are old, said Ann Lee.', ['Ann Lee: The wells ar']);
	check('behind the verb, with a clause', 'The wells are old, says Ann Lee (Labour), who chairs it.', ['Ann Lee: The wells ar']);
	check('behind the verb, a comma outside of the quotation', '“The wells are old”, said Dr. Ann Lee.', ['Ann Lee: “The wells a']);
	check('behind the verb, an office', 'The wells are old, argues the river authority in its report.', ['river authority: The wells ar']);
	check('behind the verb, between', 'The wells, said Ann Lee, are old.', ['Ann Lee: The wells, s']);
	check('behind the verb, a role before', 'The wells are old, said the mayor, Ann Lee.', ['Ann Lee: The wells ar']);
	check('behind a clause that is closed', 'It is a plan that ruins the town, said Ann Lee.', ['Ann Lee: It is a plan']);
	check('whom somebody tells of behind the verb', 'One of them met, said Ann Lee was late.', []);
	check('what is said of somebody', 'The boy, said to be twelve, left. She called, said hello and left.', []);
	check('an author with a year', 'However, Lopez (2019) argues that it is low.', ['Lopez: However, Lop']);
	check('an author by the full name', 'Maria Lopez is here. Lopez (2019a: 4) argues that it is low.', ['Maria Lopez: Lopez (2019a']);
	check('two authors with a year', 'Lopez and Oduya (2019, p. 4) found that it is low.', ['Lopez and Oduya: Lopez and Od']);
	check('many authors', 'Lopez et al. (2019) found that it is low.', ['Lopez et al.: Lopez et al.']);
	check('many authors without a year', 'Lopez et al. argue that it is low.', ['Lopez et al.: Lopez et al.']);
	check('many without an article', 'Opposition parties criticized the plan. Later, citizens complained of noise.', [
		'Opposition parties: Opposition p',
		'citizens: Later, citiz',
	]);
	check('members of something', 'Members of the local media said it was late.', ['Members of the local media: Members of t']);
	check('somebody of two things', 'The provincial head of information and culture said it was late.', [
		'provincial head of information and culture: The provinci',
	]);
	check('sources from several places', 'Sources from Orrin, Varn, and Holm insisted it was late.', [
		'Sources from Orrin, Varn, and Holm: Sources from',
	]);
	check('somebody of something, behind a date', 'On August 16, the acting minister of justice publicly announced it.', [
		'acting minister of justice: On August 16',
	]);
	check('who announced it when', 'The government in January announced it.', ['government: The governme']);
	check('what is announced somehow', 'The amnesty announced in May was short. The plan criticized by farmers is new.', []);
	check('a letter', 'The letter stated that the wells are old.', ['letter: The letter s']);
	check('an adverb before the verb', 'The minister publicly announced it. The unions frequently complained of it.', [
		'minister: The minister',
		'unions: The unions f',
	]);
	check('it, and they, behind who spoke', 'The Water Trust said it was late. It warned of more. However, they added that it rained.', [
		'Water Trust: The Water Tr',
		'Water Trust: It warned of',
		'Water Trust: However, the',
	]);
	check('it, in another paragraph, and behind nobody', 'The Water Trust said so.\n\nIt warned of more. They met. They warned of more.', [
		'Water Trust: The Water Tr',
	]);
	check('it is no person, and they are no one person', 'Ann Lee said it was late. It added to the cost. They noted it.', [
		'Ann Lee: Ann Lee said',
	]);
	check('she, behind who spoke behind the verb', '“It is late,” said Ann Lee. She added that it rained.', [
		'Ann Lee: “It is late,',
		'Ann Lee: She added th',
	]);
	check('a role at a named place', 'Maria Lopez, a nurse at the University of Orrin, rejected that.', [
		'Maria Lopez: Maria Lopez, / denied',
	]);
	check('a role without an article', 'Maria Lopez, deputy head of the Coastal Water Trust, denied it.', [
		'Maria Lopez: Maria Lopez, / denied',
	]);
	check('a place behind the person', 'Mayor Maria Lopez of East Orrin accused them.', ['Maria Lopez: Mayor Maria  / alleged']);
	check('whose operator', 'The operator of the Orrin Dam has denied this.', ['operator of the Orrin Dam: The operator / denied']);
	check('whose lawyer', 'A lawyer for Maria Lopez said it was late.', ['lawyer for Maria Lopez: A lawyer for']);
	check('a state behind an office', 'The Ministry of Fisheries (MoF) of Norway said so.', ['Ministry of Fisheries: The Ministry']);
	check('a spokesman of somebody', 'A spokesman for the Coastal Water Trust said so.', ['Coastal Water Trust: A spokesman ']);
	check('whom somebody is owned by', 'The company, owned by the Coastal Water Trust, denied it.', ['company: The company, / denied']);
	check('whom something is led by', 'The committee, led by Ambassador Maria Lopez, said that it was late.', ['committee: The committe']);
	check('what somebody watches', 'Maria Lopez observed voting in four towns.', []);
	check('what somebody observes', '“It is late,” Maria Lopez observed. Ruth Oduya observed that it was.', [
		'Maria Lopez: “It is late,',
		'Ruth Oduya: Ruth Oduya o',
	]);
	check('the title of a report', 'The Tidal Institute report on the river is late.', []);
	check('what is done to papers', 'There were 214 ballots, of which 138 were rejected. The intention cannot be told from it.', []);
	check('whom something is denied', 'They were denied entry. It was denied.', ['?: It was denie / denied']);
	check('what is alleged', 'It was alleged that he left.', ['?: It was alleg / alleged']);
	check('whom somebody spoke to', 'Maria Lopez, speaking to the Coastal Water Trust, denied it.', ['Maria Lopez: Maria Lopez, / denied']);
	check('somebody in a place', 'A man in London claimed that it was late.', ['man in London: A man in Lon']);
	check('a place before the speaker', 'In London, Maria Lopez said it was late.', ['Maria Lopez: In London, M']);
	check('who reports', 'A report from the Coastal Water Trust found 12 leaks.', ['Coastal Water Trust: A report fro']);
	check('an office with of in its name', 'The University of Orrin said so.', ['University of Orrin: The Universi']);
	check('she, after a clause', 'Maria Lopez, who leads it, left. She added that it was cold.', ['Maria Lopez: She added th']);
	check('a report finds', 'The report found that 12 people died.', ['report: The report f']);
	check('who documents', 'Human Rights Watch has documented abuses.', ['Human Rights Watch: Human Rights']);
	check('who calls on somebody', 'Amnesty International called on the mayor to act.', ['Amnesty International: Amnesty Inte']);
	check('what somebody is called', 'Amnesty International called it a day.', []);
	check('whom somebody found', 'Maria Lopez found a boat.', []);
	check('per', 'Per the ministry, 300 boats left.', ['the ministry: Per the mini']);
	check('in the words of', 'In the words of Maria Lopez, nothing helps.', ['Maria Lopez: In the words']);
	check('as somebody put it', 'As Maria Lopez put it, “it is over.”', ['Maria Lopez: As Maria Lop']);
	check('에 따르면', '여성가족부에 따르면 피해자는 300명이다.', ['여성가족부: 여성가족부에 따르면 피']);
	check('에 의하면', '보고서에 의하면 약 5만 명이 일한다.', ['보고서: 보고서에 의하면 약 5']);
	check('a person with a title', '김영희 변호사는 지원이 부족하다고 말했다.', ['김영희: 김영희 변호사는 지원이']);
	check('a family name with the title', '김영희 변호사는 말했다. "멀다"고 김 변호사는 주장했다.', [
		'김영희: 김영희 변호사는 말했다',
		'김영희: "멀다"고 김 변호사는',
	]);
	check('a person of an institution', '그러나 이지은 한국대 교수는 자료가 부족하다고 말했다.', ['이지은: 그러나 이지은 한국대 ']);
	check('an institution’s post without a name', '정부는 해양수산부 장관은 말했다.', ['정부: 정부는 해양수산부 장관']);
	check('nobody of time', '지난달 해양수산부 장관은 반대한다고 말했다.', ['해양수산부 장관: 지난달 해양수산부 장관']);
	check('a particle behind a bracket', '국제해사기구(IMO)는 배가 낡았다고 밝혔다.', ['국제해사기구: 국제해사기구(IMO)는']);
	check('in the present', '전문가들은 법이 약하다고 지적한다.', ['전문가: 전문가들은 법이 약하다']);
	check('부인했다', '경찰은 혐의를 부인했다.', ['경찰: 경찰은 혐의를 부인했다 / denied']);
	check('추산했다', '세계은행은 40%라고 추산했다.', ['세계은행: 세계은행은 40%라고  / estimated']);
	check('혐의를', '그는 뇌물을 받은 혐의를 받고 있다.', ['?: 그는 뇌물을 받은 혐의 / alleged']);
	check('what a word means in Korean', '성매매란 금품을 주고받는 것을 말한다.', []);
	check('no claim in Korean', '배가 항구를 떠났다. 배는 말이 없다.', []);
	check('alleged', 'Maria Lopez alleged that they stole it.', ['Maria Lopez: Maria Lopez  / alleged']);
	check('denied', 'The Coastal Water Trust denied this.', ['Coastal Water Trust: The Coastal  / denied']);
	check('it is estimated', 'It is estimated that 300 left.', ['?: It is estima / estimated']);
	check('allegedly', 'He allegedly left.', ['?: He allegedly / alleged']);
	check('a sentence about what somebody says', 'It carries a message that Maria Lopez refutes.', []);
	check('what somebody concludes', 'The whole plan failed, Maria Lopez concluded.', ['Maria Lopez: The whole pl']);
	check('what is over', 'After a long talk, Maria Lopez concluded. It was late, and all trials were concluded.', []);
	check('the same, with who that is', 'It carries a message that Maria Lopez, a nurse, refutes.', []);
	check(
		'behind a clause that is closed',
		'It is a plan that ruins the whole town, Maria Lopez said. “It is a plan that ruins it,” Ruth Oduya said.',
		['Maria Lopez: It is a plan', 'Ruth Oduya: “It is a pla'],
	);
	check('no claim', 'The river is low.', []);
	check(
		'who adds something to a thing',
		'The cook added salt. Maria Lopez added her name to the list. The trust added two boats in May.',
		[],
	);
	check('what somebody adds', 'Maria Lopez added that it was late. “It is late,” Maria Lopez added. Maria Lopez added the river was low.', [
		'Maria Lopez: Maria Lopez ',
		'Maria Lopez: “It is late,',
		'Maria Lopez: Maria Lopez ',
	]);
	check('what somebody adds in a letter', 'Maria Lopez added in a letter to the trust that it was late.', ['Maria Lopez: Maria Lopez ']);
	check('whom somebody lets in', 'The clinic admitted 40 patients. The college admitted Ruth Oduya in May. The report admitted him.', []);
	check(
		'what somebody admits',
		'The union admitted that 40 patients left. The union admitted the error. Maria Lopez admitted 40 boats were lost.',
		['union: The union ad', 'union: The union ad', 'Maria Lopez: Maria Lopez '],
	);
	check('what is won', 'Maria Lopez claimed her third title in Orrin. Ruth Oduya claimed victory on Sunday.', []);
	check('what somebody claims of a title', 'Maria Lopez claimed the title was stolen. The group claimed responsibility.', [
		'Maria Lopez: Maria Lopez ',
		'group: The group cl',
	]);
	check(
		'what is refused to somebody',
		'The government denied him a visa. Police often denied women the right to own land. The trust denied access to the well. They denied them food and care.',
		[],
	);
	check(
		'what is said not to be so',
		'The government denied any delay. The police denied that women had no right to it. The trust denied reports of access without a key. The union denied the wells were dry.',
		['government: The governme / denied', 'police: The police d / denied', 'trust: The trust de / denied', 'union: The union de / denied'],
	);
	check(
		'what is decided about',
		'The court rejected the appeal. Police rejected her complaint. The ministry rejected 40 applications for boats.',
		[],
	);
	check(
		'what is rejected as untrue',
		'The court rejected complaints that it was late. The union rejected the offer. The ministry rejected it.',
		['court: The court re / denied', 'union: The union re / denied', 'ministry: The ministry / denied'],
	);
	check('what is kept', 'The government maintained three wells. The trust maintained a list of boats.', []);
	check('what somebody maintains', 'The government maintained that it was late. Maria Lopez maintained the wells were dry.', [
		'government: The governme',
		'Maria Lopez: Maria Lopez ',
	]);
	check('how a party rules', 'The party ruled through fear. The council ruled with an iron hand.', []);
	check('who answers a call', 'The police responded promptly. The council responded to requests.', []);
	check('what somebody responds', '“It is late,” Maria Lopez responded. The union responded that it was late.', [
		'Maria Lopez: “It is late,',
		'union: The union re',
	]);
	check('who is accused', 'They met former officials accused of theft.', []);
	check('whom somebody accuses', 'The union accused the mayor of theft. The mayor was accused of theft.', [
		'union: The union ac / alleged',
		'?: The mayor wa / alleged',
	]);
	check(
		'reports, disputes and states that are things',
		'The council read NGO reports provided to it. They met in family disputes only. It lies in Orrin and Varn states, near the sea.',
		[],
	);
	check('what an office reports', 'UNICEF reports that it is late. The ministry reports rising costs. It is late, the Guardian reports.', [
		'UNICEF: UNICEF repor',
		'ministry: The ministry',
		'Guardian: It is late, ',
	]);
	check('what was reported by nobody', 'There were reports the wells were dry. There were reports of rain.', ['?: There were r']);
	check('what is done to a thing', 'Salt is added to it. The plan was announced in May and is described below.', []);
	check('what is told in the passive', 'It was announced that the wells were dry.', ['?: It was annou']);
	check('who never says so', 'Maria Lopez never said so. Witnesses rarely reported it. Maria Lopez once said so.', [
		'Maria Lopez: Maria Lopez ',
	]);
	check('what many demand', 'Claimants demand that it be opened. The demand that grew was for boats.', ['Claimants: Claimants de']);
	check('of what somebody is reminded', 'The Chair reminded members that it was late. The song reminded them of rain.', [
		'Chair: The Chair re',
	]);
	check('whom nobody warned', 'The alarm warned nobody. The guard told no one.', []);
	check('no short form of many is a family name', 'Maria NGOs spoke. Later NGOs reported that it was late.', ['NGOs: Later NGOs r']);
	check(
		'who is told of with who',
		'Police held a man who admitted it. Persons who criticized the plan were held. The board thanked nurses who reported it.',
		[],
	);
	check('who says so between commas, or is named so', 'Maria Lopez, who admitted it, left. It was Ruth Oduya who said so.', [
		'Maria Lopez: Maria Lopez,',
		'Ruth Oduya: It was Ruth ',
	]);
	check('mother of somebody', 'For example, on 4 May, Maria Lopez, mother of the nurse Ruth Oduya, said it was late.', [
		'Maria Lopez: For example,',
	]);
	check('head of something, behind a day', 'On 4 May, Maria Lopez, head of the Coastal Water Trust, stated it.', [
		'Maria Lopez: On 4 May, Ma',
	]);
	check('in whose name', 'Guards of the Coastal Water Trust, purportedly at the order of Ruth Oduya, denied it.', [
		'Guards of the Coastal Water Trust: Guards of th / denied',
	]);
	check('whose brother', 'Friends of Maria Lopez’s brother, Peter Lopez, said he was ill.', []);
	check('whose critics, whose members', 'Critics of the government reported it. Some members of the board found leaks.', [
		'Critics of the government: Critics of t',
		'Some members of the board: Some members',
	]);
	check('on whom pressure was', 'Last year pressure on officials showed it. The walk to the ministry showed it.', []);
	check('who is with an office', 'An official with the Ministry of Fisheries reported it. Nurses close to the board said so.', [
		'official with the Ministry of Fisheries: An official ',
		'Nurses close to the board: Nurses close',
	]);
	check(
		'with whom somebody works',
		'Individuals affiliated with the Coastal Water Trust reported it. Farmers interviewed for this study reported it.',
		['Individuals affiliated with the Coastal Water Trust: Individuals '],
	);
	check('an office in a town', 'The kiosk in the city of Paris reported it.', []);
	check('a minister by name', 'Minister of Fisheries Ruth Oduya reported it.', ['Ruth Oduya: Minister of ']);
	check('a month before who speaks', 'In June authorities announced it. At times prison officials denied it.', [
		'authorities: In June auth',
		'prison officials: At times pri / denied',
	]);
	check('what is only alleged', 'The almoner condemned alleged theft.', ['?: The almoner  / alleged']);
	check('laws of which somebody speaks', 'Despite laws authorities stated were good, it was late.', []);
	check('what must be done', 'The server MUST reply to it. The clerk SHOULD add a line: it is late.', []);
	check(
		'according to a measure',
		'Fines varied according to the severity of the case. They dress according to their age. It is kept according to the plan.',
		[],
	);
	check('according to a rule that is told', 'According to the law, it is late. It is late, according to the rules.', [
		'the law: According to',
		'the rules: It is late, ',
	]);
	check(
		'according to a report',
		'According to the report, it is late. According to a February report, it rains. According to the ministry website, it is dry.',
		['the report: According to', 'a February report: According to', 'the ministry: According to'],
	);
	check(
		'according to groups of a name',
		'According to Coastal Water Trust officials, it is late. According to Coastal Water Trust data, it is late.',
		['Coastal Water Trust officials: According to', 'Coastal Water Trust: According to'],
	);
	check('according to somebody of whom much is told', 'It is late, according to a nurse who has worked on the river for years.', [
		'a nurse: It is late, ',
	]);
	check('a sign that stands for something', 'The lines are long (“x” indicates a line was wrapped).', []);
	check('who told somebody, in the passive', 'The board was told by Maria Lopez that it was late. The man was told by police to leave.', [
		'Maria Lopez: The board wa',
	]);
	check('who was quoted', 'Maria Lopez was quoted as saying it was late. Ruth Oduya was quoted in May.', ['Maria Lopez: Maria Lopez ']);
	check('what is stated under oath', 'The witness stated under oath that the door was shut. The plan stated in May that is new was long.', [
		'witness: The witness ',
	]);
	check('as somebody wrote to somebody', 'As Maria Lopez wrote to the board, it was late.', ['Maria Lopez: As Maria Lop']);
	check(
		'who saw or paid for what says so',
		'A letter seen by the Orrin Post says it is late. A study funded by the Coastal Water Trust found leaks.',
		['letter seen by the Orrin Post: A letter see', 'study funded by the Coastal Water Trust: A study fund'],
	);
	check('not who got it', 'In May a video posted to Facebook alleged that he lied. A letter addressed to Maria Lopez said it was late.', [
		'?: In May a vid / alleged',
		'letter addressed to Maria Lopez: A letter add',
	]);
	check(
		'whoever conducted it',
		'In 2022, a study conducted by a rights group revealed that 12 were held. A paper read by a rights group revealed that it was late.',
		['rights group: In 2022, a s'],
	);
	check(
		'representatives of these groups',
		'Representatives of these groups argued it was late. Members of those parties said that it was late.',
		['Representatives of these groups: Representati', 'Members of those parties: Members of t'],
	);
	check('on a day', 'As of Monday, Maria Lopez reported it was late. Friends of her brother, Bo Kim, said it was late.', [
		'Maria Lopez: As of Monday',
	]);
	check('what is only reported', 'Prosecutions of reported thefts were rare. Witnesses of the theft reported it was late.', [
		'Witnesses of the theft: Witnesses of',
	]);
	check(
		'police, not the reports that others give',
		'Another NGO provided anecdotal reports that it was late, but police stated they came. The armed group reports that it is late.',
		['police: Another NGO ', 'armed group: The armed gr'],
	);
	check('according to a value', 'Fees differ according to the value of the goods.', []);
	check(
		'whoever says that',
		'The magistrate ruled that it was late. Teachers in small towns report that it is late. The flood showed that it was late.',
		['magistrate: The magistra', 'Teachers in small towns: Teachers in '],
	);
	check('the alleged attacks', 'Survivors of the alleged attacks left Orrin. NGO reports did not count them.', [
		'?: Survivors of / alleged',
	]);
	check('what somebody looks into', 'Groups investigating the matter reported that it was late. At the hearing the lawyer said so.', [
		'lawyer: At the heari',
	]);
	it('gives pull quotes their speakers', () => {
		const text = '‘We cannot go on like this any more.’ Ana Ruiz, fisher';
		const { claims } = findingsOf(text, { quotes: [{ start: 0, end: 37, speaker: 'Ana Ruiz', role: 'fisher' }] });
		assert.deepEqual(
			claims.map((claim) => [claim.speaker, claim.start, claim.end]),
			[['Ana Ruiz', 0, 37]],
		);
	});
});
