import assert from 'node:assert/strict';
import { buildLexicon } from '../../support/termDocuments.ts';

/** Of the sentences, each of a document, the first is the one that a reader wants to see on the card; it comes last, so that no order helps it. */
function check(term: string, best: string, ...others: readonly string[]): void {
	it(`${term}: ${best}`, () => {
		const { cards } = buildLexicon(
			...[...others, best].map((sentence) => `It was so. ${sentence}\n\nThe ${term} came up again, and the ${term} stayed.`),
		);
		const card = cards.find((candidate) =>
			[candidate.term, ...candidate.aliases].some((name) => name.toLowerCase() === term.toLowerCase()),
		);
		assert.equal(card?.definition?.text, best);
	});
}

describe('the best definition of several', () => {
	describe('says what it is, before what it does or has', () => {
		check('sluice gate', 'A sluice gate is a sliding barrier that controls the flow of water.', 'A sluice gate has a frame of oak.');
		check(
			'tithe barn',
			'A tithe barn is a building in which a parish stored a tenth of its harvest.',
			'The tithe barn was restored in 1987.',
		);
		check(
			'carbon budget',
			'A carbon budget is the amount of carbon dioxide that may still be emitted.',
			'The carbon budget shrinks every year.',
		);
		check(
			'peat hag',
			'A peat hag is a bank of peat that is left standing where the rest has washed away.',
			'The peat hag is dangerous in the dark.',
		);
		check(
			'rewilding',
			'Rewilding is a form of conservation in which land is left to itself.',
			'Rewilding is a topic that divides the valley.',
		);
		check(
			'water bailiff',
			'A water bailiff is an officer who enforces fishing law on rivers.',
			'The water bailiff stopped two boats on Sunday.',
		);
		check(
			'kelp farm',
			'A kelp farm is a stretch of sea in which kelp is grown on ropes.',
			'A kelp farm needs a licence that costs little.',
		);
		check('night court', 'A night court is a court that sits after the working day.', 'The night court opened its doors in 2011.');
		check(
			'sea wall',
			'A sea wall is a wall that keeps the sea off the land.',
			'The sea wall broke in the storm, which was the worst in years.',
		);
	});
	describe('says it in so many words, before it is said in passing', () => {
		check('fuel card', 'A fuel card is a card with which drivers pay for fuel.', 'The fuel card, which costs nothing, is lost.');
		check(
			'bycatch',
			'Bycatch means fish that are caught but not wanted.',
			'They threw the bycatch, the fish that nobody wanted, into the sea.',
		);
		check(
			'microloan',
			'A microloan is a small loan that is given without security.',
			'She took a microloan, a small sum, and opened a shop.',
		);
		check(
			'ghost net',
			'The term “ghost net” refers to a net that was lost and goes on fishing.',
			'Divers found a ghost net, a thing of nightmares, at the pier.',
		);
		check(
			'debt bondage',
			'Debt bondage is defined as work that somebody must do to pay off a debt.',
			'They spoke of debt bondage, among other things.',
		);
		check('land bank', 'A land bank is a public body that buys and keeps land for later use.', 'The council has a land bank, which helps.');
		check(
			'school feeding',
			'School feeding refers to meals that are served to pupils in class.',
			'School feeding, which costs 30 cents a meal, was cut.',
		);
		check(
			'harm reduction',
			'Harm reduction is an approach that lowers the damage that drugs do.',
			'Harm reduction, she said, is the way to go.',
		);
		check(
			'food desert',
			'A food desert is an area in which fresh food is hard to buy.',
			'The east of the town, a food desert by any measure, has one shop.',
		);
		check('care leaver', 'A care leaver is a young person who has left the care of the state.', 'Each care leaver gets a bed.');
	});
	describe('holds of all, before of one', () => {
		check(
			'tenant union',
			'A tenant union is an organisation of people who rent their homes.',
			'The tenant union is an old one in this street.',
		);
		check(
			'river charter',
			'A river charter is a document that gives a river rights of its own.',
			'The river charter is the one that was signed in May.',
		);
		check(
			'seed library',
			'A seed library is a place where seeds are lent and given back after the harvest.',
			'The seed library is the pride of the town.',
		);
		check('toy bank', 'A toy bank is a store of toys that are given to poor families.', 'The toy bank was a success that surprised us.');
		check(
			'repair café',
			'A repair café is a meeting at which neighbours mend things for free.',
			'The repair café is a busy place on Mondays.',
		);
		check(
			'parish council',
			'A parish council is the lowest tier of local government in the country.',
			'The parish council was against it.',
		);
		check(
			'bike kitchen',
			'A bike kitchen is a workshop where people repair their own bicycles.',
			'The bike kitchen is the best thing here.',
		);
		check(
			'warm room',
			'A warm room is a public room that is heated for those who cannot heat their homes.',
			'The warm room is the library on Mill Lane.',
		);
	});
	describe('is affirmed, before denied', () => {
		check(
			'detention camp',
			'A detention camp is a place where people are held without a trial.',
			'A detention camp is not a place for children.',
		);
		check(
			'living wage',
			'A living wage is a wage that covers the cost of a decent life.',
			'A living wage is not a luxury that we cannot afford.',
		);
		check(
			'safe house',
			'A safe house is a secret place where people are hidden from danger.',
			'A safe house is never a place that is easy to find.',
		);
		check(
			'basic income',
			'A basic income is a sum that the state pays to everybody without conditions.',
			'A basic income is not a gift that makes people lazy.',
		);
		check(
			'open prison',
			'An open prison is a prison whose inmates may leave it for work.',
			'An open prison is not a hotel that the state pays for.',
		);
	});
	describe('begins with the term', () => {
		check(
			'heat island',
			'A heat island is a part of a city that is warmer than the land around it.',
			'In the summer, when nights are long and hot, what planners call a heat island is a part of the city.',
		);
		check(
			'dry stone wall',
			'A dry stone wall is a wall that is built without mortar.',
			'Between the fields of the upper valley, the farmers say, a dry stone wall is a wall that lasts.',
		);
		check(
			'flood plain',
			'A flood plain is the flat land beside a river that floods now and then.',
			'The houses were built on a flood plain, which is a mistake that the town repeats.',
		);
		check(
			'blood bank',
			'A blood bank is a place where blood is stored for patients.',
			'The hospital, which has had one since 1950, says that a blood bank is a place of trust.',
		);
	});
	describe('is one readable sentence', () => {
		check(
			'water board',
			'A water board is a public body that manages water in a region.',
			`A water board is a body that ${'keeps the dykes, pumps the fields, cleans the ditches, and '.repeat(6)}pays for it all.`,
		);
		check(
			'grain elevator',
			'A grain elevator is a tower in which grain is stored.',
			`A grain elevator is a tower ${'with a belt, a chute, a pit, a scale and a roof, '.repeat(7)}and a door.`,
		);
	});
	describe('of names says who or what they are', () => {
		check(
			'Polaris Project',
			'The Polaris Project is a charity that helps victims of trafficking.',
			'The Polaris Project is right about this.',
		);
		check(
			'Brennan Trust',
			'The Brennan Trust is a foundation that pays for schools in the north.',
			'The Brennan Trust, based in Leeds, said no.',
		);
		check('Kelp Act', 'The Kelp Act is the law that governs the harvest of seaweed.', 'The Kelp Act was passed in a hurry.');
		check('Orrin Dam', 'The Orrin Dam is a dam on the upper Orrin that feeds the town.', 'The Orrin Dam was a topic of the meeting.');
		check('Tide Bureau', 'The Tide Bureau is the office that measures the tides.', 'The Tide Bureau, a small office, closed in May.');
		check('Lena Marsh', 'Lena Marsh is a botanist who studies the lichens of old orchards.', 'Lena Marsh is a friend of the mayor.');
		check('Ember Ridge', 'Ember Ridge is a range of hills that divides the two valleys.', 'Ember Ridge is a long way from here.');
		check(
			'Moth Hill Plant',
			'The Moth Hill Plant is a power station that uses hot water from the ground.',
			'The Moth Hill Plant was the loser.',
		);
	});
	describe('of short forms says what they mean', () => {
		check('NRW', 'NRW is water that is lost before it reaches the customer.', 'NRW is a problem that the utility knows.');
		check('TAC', 'TAC means the amount of fish that may be landed in a year.', 'The TAC was cut in May.');
		check('HOF', 'HOF is a fund that pays for the planting of old kinds of trees.', 'HOF is a hope that we share.');
		check('MPA', 'An MPA is a part of the sea in which fishing is restricted.', 'An MPA is a matter for the state.');
	});
	describe('is none where a sentence only judges', () => {
		for (const judged of [
			'is a problem that nobody solves',
			'is a scandal for the whole town',
			'was a success that surprised us',
			'is the best example of it',
		]) {
			it(judged, () => {
				const { cards } = buildLexicon(`The heat pump ${judged}. The heat pump ran.`, 'They bought a heat pump.');
				assert.equal(cards.find(({ term }) => term === 'heat pump')?.definition ?? null, null);
			});
		}
	});
	describe('comes from those who define for a living', () => {
		check('turbary', '“Turbary” means the right to cut turf on the common.', 'Turbary is an old word that few remember.');
		check('estovers', '“Estovers” means the right to take wood from the common.', 'Estovers are a thing of the past.');
		check(
			'steward',
			'In these statutes, “Steward” means a member who looks after a row of trees.',
			'A steward is a person like you and me.',
		);
		check(
			'refoulement',
			'Refoulement is the return of a person to a country where they face persecution.',
			'Refoulement is a crime that nobody pays for.',
		);
		check(
			'informed consent',
			'Informed consent means that a patient agrees after having been told of the risks.',
			'Informed consent is a right, not a form.',
		);
		check(
			'force majeure',
			'Force majeure means an event that neither party could foresee or prevent.',
			'Force majeure is an excuse that lawyers like.',
		);
		check('demurrage', 'Demurrage is a charge that is paid when a ship is not unloaded in time.', 'Demurrage is a burden for small ports.');
	});
});
