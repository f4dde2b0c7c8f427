import assert from 'node:assert/strict';
import { commonSpelling, spellingApartInNames } from '../../../src/text/spellings.ts';

/** Pairs that are one word, `british:american`, either way round. */
function one(rule: string, pairs: string): void {
	for (const pair of pairs.split(' ')) {
		const [british = '', american = ''] = pair.split(':');
		it(`${rule}: ${british} is ${american}`, () => {
			assert.notEqual(british, american);
			assert.equal(commonSpelling(british), commonSpelling(american));
		});
	}
}

/** Words that no rule touches. */
function apart(rule: string, words: string): void {
	for (const word of words.split(' ')) {
		it(`${rule}: not ${word}`, () => assert.equal(commonSpelling(word), word));
	}
}

describe('spellings of one word', () => {
	one(
		'-our',
		'labour:labor labours:labors labouring:laboring labourers:laborers colour:color colourful:colorful watercolours:watercolors behaviour:behavior behavioural:behavioral misbehaviour:misbehavior favour:favor favourable:favorable unfavourably:unfavorably favourite:favorite favouritism:favoritism honour:honor dishonourable:dishonorable neighbour:neighbor neighbouring:neighboring neighbourhoods:neighborhoods harbour:harbor humour:humor rumours:rumors armoury:armory savoury:savory endeavoured:endeavored vapour:vapor vapourisation:vaporization tumours:tumors odourless:odorless parlour:parlor misdemeanours:misdemeanors saviour:savior rigour:rigor',
	);
	apart(
		'-our',
		'four fours hour hours your yours pour poured pouring tour tours touring tourist sour flour scour devour devoured detour contour velour paramour troubadour seymour balfour barbour mansour latour our ours court source course courage tournament journal laborious honorary humorous vigorous coloration',
	);
	one(
		'-ise',
		'organise:organize organised:organized organising:organizing organisation:organization organisations:organizations organisational:organizational organisers:organizers disorganised:disorganized realise:realize recognise:recognize recognisable:recognizable recognisance:recognizance criticise:criticize emphasising:emphasizing privatisation:privatization ionise:ionize authorised:authorized categorise:categorize summarises:summarizes amortise:amortize baptised:baptized standardise:standardize sympathise:sympathize apologise:apologize subsidise:subsidize collectivisation:collectivization terrorised:terrorized civilisation:civilization',
	);
	apart(
		'-ise',
		'wise wiser otherwise likewise clockwise rise rises rising risen arise arising sunrise prise prised price prize prizes size sized sizes seize advise advised adviser advisers revise revised supervise televised improvise improvisation devise comprise comprised surprise surprising unsurprisingly enterprise enterprises promise promised compromise premise premises exercise exercised excise incised precise imprecise concise raise raised praise noise poison cruise disguise disguised guise despise franchise franchises disenfranchised advertise advertised advertiser treatise expertise paradise merchandise chastise circumcised miser riser visa crises bases irises trellises metropolises pelvises anise denise louise artisan partisan comparison prison poisonous promising demise surmise valise',
	);
	one(
		'-yse',
		'analyse:analyze analysed:analyzed analysing:analyzing analyser:analyzer analyses:analyzes paralysed:paralyzed catalyse:catalyze hydrolysed:hydrolyzed psychoanalyse:psychoanalyze',
	);
	apart('-yse', 'analysis paralysis analyst catalyst');
	one(
		'-re',
		'centre:center centres:centers centred:centered centring:centering epicentre:epicenter datacentre:datacenter theatre:theater theatregoers:theatergoers metre:meter kilometres:kilometers metred:metered litre:liter millilitres:milliliters fibre:fiber fibreglass:fiberglass calibre:caliber sabre:saber sombre:somber spectre:specter meagre:meager lustre:luster manoeuvre:maneuver manoeuvres:maneuvers manoeuvred:maneuvered manoeuvring:maneuvering',
	);
	apart(
		'-re',
		'acre acres ogre massacre mediocre lucre cadre genre timbre macabre before there figure measure fire more core central metric theatrical illustre',
	);
	one(
		'-ence',
		'defence:defense defences:defenses defenceless:defenseless offence:offense offences:offenses pretence:pretense licence:license licences:licenses licenced:licensed licencing:licensing practise:practice practised:practiced practising:practicing malpractises:malpractices',
	);
	apart('-ence', 'fence fences hence science sentence evidence absence violence licensee');
	one(
		'-ll-',
		'travelling:traveling travelled:traveled travellers:travelers cancelled:canceled labelling:labeling modelled:modeled remodelling:remodeling counsellor:counselor councillors:councilors fuelled:fueled signalling:signaling marshalled:marshaled totalled:totaled tunnelling:tunneling dialled:dialed jewellery:jewelry jewellers:jewelers marvellous:marvelous woollen:woolen medallist:medalist tranquillisers:tranquilizers tranquillity:tranquility unrivalled:unrivaled libellous:libelous',
	);
	apart(
		'-ll-',
		'called calling killed filled controlled controlling compelled expelled propeller excelled patrolled rolled selling seller teller spelling telling yelled dwelling cellar collar dollar cancellation satellite intelligence medallion metallic rebelled hotelling chancellor parcels',
	);
	one(
		'-l',
		'fulfil:fulfill fulfils:fulfills fulfilment:fulfillment enrol:enroll enrolment:enrollment instalments:installments instil:instill distil:distill skilful:skillful skilfully:skillfully wilful:willful unskilful:unskillful',
	);
	apart('-l', 'until council pupil evil april fulfilled enrolled distillation');
	one(
		'-logue',
		'catalogue:catalog catalogues:catalogs catalogued:cataloged cataloguing:cataloging dialogue:dialog dialogues:dialogs analogue:analog',
	);
	apart('-logue', 'vogue rogue league colleague synagogue prologue epilogue ideologue analogous');
	one(
		'-gement',
		'judgement:judgment judgements:judgments judgemental:judgmental misjudgement:misjudgment acknowledgement:acknowledgment acknowledgements:acknowledgments abridgement:abridgment lodgement:lodgment',
	);
	apart('-gement', 'management engagement arrangement infringement encouragement');
	one(
		'ae and oe',
		'anaemia:anemia leukaemia:leukemia anaesthetic:anesthetic paediatric:pediatric paedophile:pedophile haemorrhage:hemorrhage haemoglobin:hemoglobin gynaecologist:gynecologist orthopaedic:orthopedic encyclopaedia:encyclopedia archaeology:archeology palaeolithic:paleolithic oestrogen:estrogen foetus:fetus foetal:fetal oedema:edema oesophagus:esophagus diarrhoea:diarrhea aesthetic:esthetic caesarean:cesarean mediaeval:medieval homoeopathy:homeopathy',
	);
	apart('ae and oe', 'israel michael aerial poem coexist phoenix subpoena caesar goes shoes archaeus');
	one(
		'by themselves',
		'grey:gray greys:grays programme:program programmes:programs ageing:aging sceptical:skeptical mould:mold mouldy:moldy smouldering:smoldering plough:plow ploughed:plowed sulphur:sulfur sulphate:sulfate aluminium:aluminum artefacts:artifacts enquiry:inquiry enquiries:inquiries gaol:jail moustache:mustache yoghurt:yogurt despatched:dispatched sizeable:sizable likeable:likable unshakeable:unshakable focussed:focused benefitted:benefited kidnapped:kidnaped worshippers:worshipers cosy:cozy connexion:connection kilogrammes:kilograms',
	);
	apart(
		'two words',
		'cheque check tyre tire kerb curb storey story draught draft disc disk tonne ton gram greyhound programmer programming programmed aged septic shoulder boulder could peaceable changeable table able enable vegetable noticeable',
	);
	it('is not that of two names', () => {
		assert.notEqual(spellingApartInNames('grey'), spellingApartInNames('gray'));
		assert.equal(spellingApartInNames('labour'), spellingApartInNames('labor'));
	});
	it('of hostile words costs no more than of others', () => {
		for (const word of ['is'.repeat(50_000), `${'our'.repeat(30_000)}s`, 'l'.repeat(100_000), 'centre'.repeat(6)]) {
			assert.equal(typeof commonSpelling(word), 'string');
		}
	});
	it('is the same, asked twice', () => {
		for (const word of 'vapourisation tranquillisers anaesthetised travelling centring licencing colourisation'.split(' ')) {
			assert.equal(commonSpelling(commonSpelling(word)), commonSpelling(word));
		}
	});
	it('leaves other scripts alone', () => {
		for (const word of ['정부는', 'центре', '中心', 'élèves', 'centre2', '']) {
			assert.equal(commonSpelling(word), word);
		}
	});
});
