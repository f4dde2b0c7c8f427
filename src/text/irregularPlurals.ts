/** Pairs of plural and singular, folded, for what no rule of `singularOf` gives. */
function pairs(...rows: readonly string[]): readonly (readonly [string, string])[] {
	return rows
		.join(' ')
		.split(' ')
		.map((pair) => {
			const [plural = '', singular = ''] = pair.split(':');
			return [plural, singular] as const;
		});
}

/**
 * English plurals that follow no rule, with those of Latin and Greek, each with its singular. Left out are those that are as often words of
 * their own (`media`, `agenda`, `stamina`, `opera`); `axes` is read as axe, `bases` as base.
 */
export const irregularSingulars: ReadonlyMap<string, string> = new Map([
	...pairs(
		'women:woman men:man children:child feet:foot teeth:tooth mice:mouse lice:louse geese:goose oxen:ox brethren:brother',
		'lives:life wives:wife knives:knife halves:half wolves:wolf shelves:shelf thieves:thief leaves:leaf selves:self calves:calf elves:elf loaves:loaf',
		'scarves:scarf hooves:hoof dwarves:dwarf wharves:wharf',
		'heroes:hero echoes:echo potatoes:potato tomatoes:tomato vetoes:veto embargoes:embargo cargoes:cargo mosquitoes:mosquito torpedoes:torpedo',
		'volcanoes:volcano tornadoes:tornado mangoes:mango mottoes:motto buffaloes:buffalo dominoes:domino haloes:halo innuendoes:innuendo zeroes:zero',
		'crises:crisis analyses:analysis theses:thesis hypotheses:hypothesis syntheses:synthesis parentheses:parenthesis diagnoses:diagnosis',
		'prognoses:prognosis neuroses:neurosis psychoses:psychosis emphases:emphasis ellipses:ellipsis oases:oasis metamorphoses:metamorphosis',
		'catharses:catharsis antitheses:antithesis paralyses:paralysis catalyses:catalysis metastases:metastasis prostheses:prosthesis bases:base',
		'criteria:criterion phenomena:phenomenon automata:automaton polyhedra:polyhedron stigmata:stigma schemata:schema lemmata:lemma',
		'data:datum errata:erratum addenda:addendum memoranda:memorandum referenda:referendum symposia:symposium spectra:spectrum quanta:quantum',
		'millennia:millennium moratoria:moratorium consortia:consortium curricula:curriculum bacteria:bacterium strata:stratum ova:ovum',
		'compendia:compendium crania:cranium equilibria:equilibrium gymnasia:gymnasium sanatoria:sanatorium emporia:emporium honoraria:honorarium',
		'appendices:appendix indices:index matrices:matrix vertices:vertex vortices:vortex cortices:cortex helices:helix codices:codex',
		'syllabi:syllabus alumni:alumnus fungi:fungus stimuli:stimulus nuclei:nucleus radii:radius cacti:cactus foci:focus loci:locus bacilli:bacillus',
		'thesauri:thesaurus emeriti:emeritus papyri:papyrus abaci:abacus termini:terminus tumuli:tumulus alumnae:alumna',
		'larvae:larva antennae:antenna formulae:formula vertebrae:vertebra nebulae:nebula algae:alga',
		'buses:bus viruses:virus campuses:campus statuses:status bonuses:bonus censuses:census gases:gas aliases:alias biases:bias quizzes:quiz',
		'lenses:lens atlases:atlas canvases:canvas focuses:focus syllabuses:syllabus apparatuses:apparatus surpluses:surplus prospectuses:prospectus',
		'circuses:circus consensuses:consensus caucuses:caucus choruses:chorus minuses:minus pluses:plus corpora:corpus genera:genus opuses:opus',
		'passersby:passerby irises:iris metropolises:metropolis trellises:trellis ibises:ibis pelvises:pelvis penises:penis portcullises:portcullis',
		'abacuses:abacus cactuses:cactus crocuses:crocus colossuses:colossus exoduses:exodus fetuses:fetus foetuses:foetus geniuses:genius hiatuses:hiatus',
		'impetuses:impetus isthmuses:isthmus lotuses:lotus minibuses:minibus nexuses:nexus octopuses:octopus omnibuses:omnibus papyruses:papyrus',
		'platypuses:platypus radiuses:radius sinuses:sinus stimuluses:stimulus terminuses:terminus trolleybuses:trolleybus uteruses:uterus walruses:walrus',
		'ties:tie lies:lie pies:pie movies:movie cookies:cookie zombies:zombie calories:calorie prairies:prairie rookies:rookie selfies:selfie',
		'axes:axe caches:cache headaches:headache toothaches:toothache avalanches:avalanche niches:niche psyches:psyche creches:creche',
		'prizes:prize sizes:size mazes:maze breezes:breeze',
	),
]);

/** Compounds have the plural of their last word: `midwives`, `bookshelves`, `grandchildren`. */
export const irregularEnds: readonly (readonly [string, string])[] = pairs(
	'wives:wife knives:knife shelves:shelf wolves:wolf thieves:thief halves:half children:child',
);
