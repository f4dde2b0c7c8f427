import { wordSet } from './sentenceWords.ts';

/**
 * Verbs of English that are hardly ever nouns, in their plain form. Without a tagger they tell where a run of words ends: `control scheme | enhances`,
 * `tackle | phase transitions`. Those that name things as often (`work`, `model`, `increase`) are left out.
 */
const verbs = wordSet(`
	abandon abolish absorb accelerate accept accommodate accompany accomplish accrue achieve acknowledge acquire activate adapt add adhere
	adjust adopt advise affect afford agree alleviate allow alter amend amplify analyse analyze announce anticipate appear apply appoint
	appreciate approve argue arise arose arrange arrive ascertain ask assemble assert assess assign assist assume assure attach attain
	attract augment avoid await became become began begin behave belong borrow bring broaden brought build built calculate calibrate came
	capture carry cease characterise characterize choose chose chosen circulate cite clarify classify coincide collaborate collapse collect
	combine commence commit communicate compare compensate compete compile complain comply compose comprise compute conceive conclude
	conduct confer confess configure confine confirm conform confront consider consist constitute constrain construct consult contain contaminate
	continue contradict contribute convert convey cooperate cope correlate correspond create criticise criticize cultivate decide declare
	decompose dedicate deduce deem define delete deliver demonstrate denote deny depend depict deploy derive describe deserve detect
	deteriorate determine develop deviate devise diagnose differ differentiate diminish disappear discard disclose discover discuss disperse
	displace disregard disrupt dissolve distinguish distort distribute diverge divide dominate donate done drawn drove educate elaborate
	eliminate elucidate embed embrace emerge emit emphasise emphasize employ enable enact encode encompass encounter encourage endanger
	endorse enforce engage enhance enjoy enlarge enrich ensure entail enter entitle enumerate envisage equip eradicate erode establish
	evaluate evolve examine exceed exclude execute exemplify exert exhibit exist expand expect explain exploit explore expose extend
	facilitate fail fallen fell felt fluctuate follow forbid forget formulate foster found fulfil fulfill gather gave generate get give
	given go grew grow grown happen hear held hinder identify ignore illustrate imagine impede implement imply impose improve include
	incorporate incur indicate induce infect infer inform inhabit inherit inhibit initiate inject inspire install instruct integrate intend
	intensify interact interfere interpret intervene introduce invade invent invest investigate invite invoke involve irradiate isolate
	justify keep kept knew know lack learn led lend let liberate made maintain make manipulate maximise maximize meant mediate meet merge
	met migrate minimise minimize mitigate modify motivate necessitate neglect negotiate normalise normalize nucleate obey observe obtain
	occupy occur omit operate oppose optimise optimize organise organize originate oscillate overcome overlap oversee owe own participate
	penetrate perceive perform permit persist pertain pervade please possess postulate precede predict prefer prepare prescribe preserve presume
	prevail prevent proceed produce prohibit promote propagate propose protect prove provide publish pursue quantify raise ran reach react
	read realise realize receive recognise recognize recommend reconcile reconstruct recover reduce refer refine reflect refuse regard
	relate relax rely remain remember remind remove render repeat replace represent reproduce require resemble reside resist resolve restore
	restrict retain retrieve reveal revise risen rose rotate said satisfy saturate saw say scatter see seek seem seen sell send sent serve
	settle shown simplify simulate sold solve sought spend spent stabilise stabilize stimulate stood strengthen strive submit suffer suggest
	summarise summarize suppress surround survive sustain tackle take taken taught teach tell tend terminate thought threaten told tolerate
	took transform translate transmit treat try undergo underlie undermine understand understood undertake undertaken undertook underwent
	unify utilise utilize vanish vary verify violate want warn weaken went wish withdraw withstand won write wrote
`);

/** Whether a folded word is a verb in its plain form or that with `-s`, and hardly ever a noun. */
export function isFiniteVerb(folded: string): boolean {
	if (verbs.has(folded)) {
		return true;
	}
	if (!folded.endsWith('s') || folded.length < 4) {
		return false;
	}
	return (
		verbs.has(folded.slice(0, -1)) ||
		(folded.endsWith('es') && verbs.has(folded.slice(0, -2))) ||
		(folded.endsWith('ies') && verbs.has(`${folded.slice(0, -3)}y`))
	);
}

const notParticiples = wordSet('watershed bloodshed moped biped flatbed seabed riverbed testbed hundred');

/** Whether a folded word is a participle by its `-ed`. */
export function isParticiple(folded: string): boolean {
	return folded.length > 4 && /[a-z][^e]ed$/.test(folded) && !notParticiples.has(folded);
}
