import assert from 'node:assert/strict';
import { findClassTerm } from '../../../../src/terms/extraction/classDefinitions.ts';
import { buildLexicon, explain, makeTermDocument } from '../../../support/termDocuments.ts';
import { inTime } from '../../../support/timeLimits.ts';

/** The card that each note word leads to has the sentence for its definition. */
function check(sentence: string, ...words: readonly string[]): void {
	it(sentence, () => {
		const build = buildLexicon(`The evening was quiet. ${sentence} They walked home afterwards.`);
		for (const word of words) {
			assert.equal(explain(build, `On ${word} again.`).length, 1, word);
			const card = build.cards.find((candidate) => word.toLowerCase().startsWith(candidate.term.toLowerCase().slice(0, 3)));
			assert.equal(card?.definition?.text, sentence);
		}
	});
}

function checkNone(sentence: string): void {
	it(sentence, () => {
		assert.equal(findClassTerm(sentence), undefined);
	});
}

describe('one word and its class', () => {
	describe('gives a card', () => {
		check('Mesothelioma is a cancer of the lining of the lung, caused almost only by asbestos.', 'Mesothelioma', 'mesothelioma');
		check('A bittern is a small brown heron that lives in reed beds.', 'bittern', 'Bittern', 'bitterns', 'Bitterns');
		check('Raku is a firing technique in which pots are taken from the kiln while they still glow.', 'Raku', 'raku');
		check('Bitterns are small brown herons that live in reed beds.', 'bittern', 'bitterns');
		check('The dugong is a marine mammal that grazes on seagrass.', 'dugong', 'Dugongs');
		check('A coracle is a round boat made of willow and hide.', 'coracle', 'coracles');
		check('Fado is a genre of song that was born in Lisbon.', 'fado', 'Fado');
		check('Silicosis refers to a disease of the lung caused by dust.', 'silicosis');
		check('A usufruct means a licence which lets one person use what another owns.', 'usufruct');
		check('Kintsugi is defined as a craft of mending bowls with lacquer.', 'kintsugi');
		check('Fracking is a method by which rock is broken with water.', 'fracking');
		check('A kolkhoz is a collective farm whose land belonged to the state.', 'kolkhoz');
		check('Phloem is the tissue that carries sugar through a plant.', 'phloem');
		check('A trammel is one of several nets that are set on the sea bed.', 'trammel', 'trammels');
		check('A selkie (also silkie) is a seal that becomes a woman on land.', 'selkie');
		check('Une écluse est un ouvrage qui permet aux bateaux de monter.', 'écluse');
		check('Torf ist ein Boden aus Pflanzen, die nicht verrotten.', 'Torf');
		check('Unter einer Stauanlage versteht man ein Bauwerk, das Wasser aufstaut.', 'Stauanlage');
		it('in German documents, behind a small word with a capital', () => {
			const text = 'Als Beifang bezeichnet man Fische, die niemand fangen wollte.';
			const build = buildLexicon(makeTermDocument('file:///de', `Der Abend war ruhig. ${text} Dann gingen sie heim.`, { language: 'de' }));
			assert.deepEqual(explain(build, 'Viel Beifang gab es.'), ['Beifang => Beifang']);
		});
		it('in German documents, of a compound with its article', () => {
			const text = 'Das Wasserentnahmeentgelt ist eine Abgabe, die ein Land für Wasser erhebt.';
			const build = buildLexicon(makeTermDocument('file:///de', `Der Abend war ruhig. ${text} Dann gingen sie heim.`, { language: 'de' }));
			assert.deepEqual(explain(build, 'Die Höhe des Wasserentnahmeentgelts ist nicht bekannt.'), [
				'Wasserentnahmeentgelts => Wasserentnahmeentgelt',
			]);
		});
		check('On entend par « taux de couverture » le rapport entre les actifs et les dettes.', 'taux de couverture');
		check('Se entiende por «aguas interiores» las que quedan detrás de la costa.', 'aguas interiores');
		check('Un azud es una presa que desvía el agua.', 'azud');
		check('La nappe phréatique est une réserve d’eau souterraine.', 'nappe phréatique', 'nappes phréatiques');
		check('La redevance de prélèvement est une taxe versée par ceux qui prélèvent l’eau.', 'redevance de prélèvement');
		check('L’eau potable est une eau que l’on peut boire sans danger.', 'eau potable');
		check(
			'On entend par délégation de service public un contrat par lequel une commune confie un service.',
			'délégation de service public',
		);
		check('Un camión cisterna, también conocido como pipa, es un vehículo que reparte agua.', 'camión cisterna');
		check('El acuífero es una capa de roca que guarda agua.', 'acuífero');
		check('El derecho al agua es el derecho de toda persona a disponer de agua.', 'derecho al agua');
		check('Se entiende por concesión hídrica el permiso que otorga el Estado.', 'concesión hídrica');
		it('in German documents, behind the word that says it is a term', () => {
			const text = 'Der Begriff Pflegegrad bezeichnet den Umfang der Hilfe, die ein Mensch braucht.';
			const build = buildLexicon(makeTermDocument('file:///de', `Der Abend war ruhig. ${text} Dann gingen sie heim.`, { language: 'de' }));
			assert.deepEqual(explain(build, 'Ihr Pflegegrad ist hoch.'), ['Pflegegrad => Pflegegrad']);
		});
		check('Im Sinne dieses Gesetzes ist ein Fischereifahrzeug jedes Schiff, das zum Fang von Fischen dient.', 'Fischereifahrzeug');
		check('Au sens de la présente loi, on appelle navire tout bâtiment qui navigue en mer.', 'navire');
		check('Est considéré comme travailleur détaché tout salarié envoyé à l’étranger.', 'travailleur détaché');
		check('Le terme friche désigne un terrain que l’on a laissé sans culture.', 'friche');
		check('Se denomina humedal a toda zona de tierra cubierta de agua.', 'humedal');
		check('A los efectos de esta ley, se considera menor a toda persona de menos de dieciocho años.', 'menor');
		check('Se entiende por residuo cualquier sustancia que su poseedor deseche.', 'residuo');
		check('El término desplazado interno se refiere a quien huyó dentro de su país.', 'desplazado interno');
		check('Per rifiuto si intende qualsiasi sostanza di cui il detentore si disfa.', 'rifiuto');
		check('Con il termine caporalato si indica lo sfruttamento dei braccianti.', 'caporalato');
		check('Ai fini della presente legge, si definisce lavoratore ogni persona che presta la propria opera.', 'lavoratore');
		check('Entende-se por resíduo qualquer substância que o detentor descarte.', 'resíduo');
		check('해녀는 바다에서 해산물을 캐는 여성이다.', '해녀');
		check('세굴은 흐르는 물이 교각 주변의 모래를 깎아 내는 현상이다.', '세굴');
		check('경제협력개발기구(OECD)는 회원국의 경제 정책을 견주는 국제기구이다.', '경제협력개발기구');
		check('하구환경연대는 강어귀를 지키는 주민들의 시민단체이다.', '하구환경연대');
		check('온기나눔연대는 떠나는 사람이 서로 돕는 단체이다.', '온기나눔연대');
		check('한들선은 가람역과 미르대입구역을 잇는 길이 11.4km의 경전철이다.', '한들선');
		check('들러리 입찰은 낙찰받을 업체를 미리 정해 두고 다른 업체가 더 높은 값을 써내는 담합이다.', '들러리 입찰');
		check('불용액은 예산에 편성됐으나 쓰이지 않고 남은 금액이다.', '불용액');
		check('차수막은 침출수가 스며들지 못하게 바닥에 까는 막입니다.', '차수막');
		check('우선매수권은 경매에 나온 집을 세입자가 먼저 살 수 있는 권리이다.', '우선매수권');
		check('수위계는 물의 높이를 자동으로 재어 관청에 보내는 장치이지요.', '수위계');
		check('津波とは、地震によって起こる大きな波である。', '津波');
	});
	describe('gives none', () => {
		for (const sentence of [
			'Home visits are the heart of it.',
			'Der Begriff war allen bekannt und bezeichnet nichts.',
			'Im Sinne dieses Gesetzes ist die Tat verjährt.',
			'Le maire désigne un adjoint qui le remplace.',
			'Au sens de la présente loi, on appelle la police.',
			'Est considéré comme un succès par le maire.',
			'Se considera que la ley es injusta.',
			'Se considera a la víctima culpable.',
			'El término municipal se refiere siempre a otro lugar.',
			'Per anni si intende così.',
			'Si definisce un uomo libero.',

			'It is a boat that sank.',
			'Le suspect est un homme qui a fui.',
			'La décision du maire est un scandale que la ville paiera.',
			'La maison est un bien que personne ne veut.',
			'El proyecto es un problema que nadie ve.',
			'El alcalde es una persona que escucha.',
			'Der Turm ist ein Bauwerk, das einstürzt.',
			'Der Bürgermeister ist ein Mann, der schweigt.',
			'On appelle cela la honte du pays.',
			'On appelle les enfants le soir.',
			'Die Entscheidung ist eine Schande für alle.',
			'This is a house that was sold.',
			'The problem is a lack of money.',
			'Water is a right that nobody may sell.',
			'Water is a liquid that everybody drinks.',
			'Home is a place that you leave.',
			'Ahmed is a fisherman who lives alone.',
			'Petra is a nurse who works at night.',
			'Maria is a woman that I know.',
			'The ferry is a boat that was built in 1960.',
			'The trawler is a rusty thing that leaks.',
			'The report is a document that nobody read.',
			'Asbestos is a problem that will not go away.',
			'Mesothelioma is a tragedy.',
			'Deportation is a measure that tears families apart.',
			'Austerity is a policy that failed.',
			'Raku is a pleasure.',
			'Raku is a mystery that few have solved.',
			'Winning is a habit that some never learn.',
			'Everything is a trade that pays.',
			'Loneliness is a disease that kills.',
			'Monday is a day that drags.',
			'Korean is a language that has seven levels of speech.',
			'Workers are people who work.',
			'Parents are the ones that pay.',
			'Bitterns are a pleasure that we miss.',
			'Silence means a lot to her.',
			'Progress means the end of it.',
			'London is a city that never sleeps.',
			'Nobody is a machine that runs for ever.',
			'Football is a game that is played for money.',
			'Coffee is a drink that is taken hot.',
			'Teachers are members of a union that strikes.',
			'What is a union that does not strike?',
			'Here is a list that may help.',
			'Justice is a process that takes years.',
			'Bread is a food made from flour.',
			'Der Bus ist ein Problem für alle.',
			'Unter Wasser versteht er nichts.',
			'Als Kind bezeichnete man ihn anders.',
			'On appelle le capitaine chaque matin.',
			'Wasser ist ein Stoff aus zwei Elementen.',
			'Une femme est une personne qui travaille.',
			'Une grève est un droit que la loi garantit.',
			'문제는 일을 하는 사람이다.',
			'그녀는 물에서 일하는 여성이다.',
			'음주운전은 누구도 용서할 수 없는 범죄다.',
			'이번 사업은 시장을 살리는 사업이다.',
			'만드는 사람은 남을 돕는 사람이다.',
			'시장을 넓히는 회사는 땅을 사들이는 기업이다.',
			'한들선은 2028년 개통될 예정이다.',
			'これは大きな波である。',
			'それとは違うことである。',
		]) {
			checkNone(sentence);
		}
	});
	it('takes hostile sentences in time', () =>
		inTime(50, () => {
			for (const piece of ['a ', 'A is a ', 'Raku is a a ', '는 은 한 ', 'とは', 'Torf ist ein b ', 'is known as ', '(', 'x'] as const) {
				findClassTerm(`Raku is a ${piece.repeat(100_000)}`);
				findClassTerm(piece.repeat(100_000));
			}
		}));
});
