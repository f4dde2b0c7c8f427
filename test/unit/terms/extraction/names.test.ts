import assert from 'node:assert/strict';
import { findingsOf } from '../../../support/termDocuments.ts';

/** Expected are `name / kind`, in order. */
function check(text: string, expected: readonly string[], more: Parameters<typeof findingsOf>[1] = {}): void {
	it(text.length > 90 ? `${text.slice(0, 90)}…` : text, () => {
		const { names } = findingsOf(text, more);
		assert.deepEqual(
			names.map((name) => `${name.text} / ${name.kind}`),
			expected,
		);
		for (const name of names) {
			assert.equal(text.slice(name.start, name.end), name.text);
		}
	});
}

describe('names', () => {
	describe('that an acronym’s long form is made of are one, and the acronym has its kind', () => {
		check('It was said by the United Nations High Commissioner for Refugees (UNHCR), and the UNHCR agreed.', [
			'United Nations High Commissioner for Refugees / organisation',
			'UNHCR / organisation',
			'UNHCR / organisation',
		]);
		check('They met the Harbour High Speaker for Tides (HHST). Later the Harbour High Speaker for Tides left.', [
			'Harbour High Speaker for Tides / concept',
			'Harbour High Speaker for Tides / concept',
		]);
		check('They met the Harbour High Speaker for Tides.', ['Harbour High Speaker / concept', 'Tides / concept']);
		check('He works for the Centers for Disease Control and Prevention (CDC).', [
			'Centers for Disease Control and Prevention / organisation',
		]);
		check('It is of the Union of Coastal, River and Lake Towns (UCRLT) there.', [
			'Union of Coastal, River and Lake Towns / organisation',
			'UCRLT / organisation',
		]);
		check('The Office for National Statistics (ONS) counted it.', ['Office for National Statistics / organisation', 'ONS / organisation']);
		check('We used polymerase chain reaction (PCR) in Paris.', ['PCR / concept', 'Paris / place']);
	});
	describe('that stand side by side without being one', () => {
		check('Harbour Ice Company\nPress Office\nThe harbour ice company and its press office moved.', [
			'Harbour Ice Company / organisation',
			'Press Office / organisation',
		]);
		check('Coastal Water Trust\nAmnesty International\nWe met the Coastal Water Trust and Amnesty International.', [
			'Coastal Water Trust / organisation',
			'Amnesty International / organisation',
			'Coastal Water Trust / organisation',
			'Amnesty International / organisation',
		]);
		check('They wrote a long line that was broken near Coastal\nWater Trust by a program.', ['Coastal\nWater Trust / organisation']);
		check('THE COASTAL OBSERVATION SOCIETY OF EUROPE\nPreliminary report on the tide\nThe report is short.', [
			'COASTAL OBSERVATION SOCIETY OF EUROPE / organisation',
		]);
		check('Residents of Orrin Street met. The letter of Residents of Orrin Street came.', ['Orrin Street / place', 'Orrin Street / place']);
		check('They follow the Rules of Procedure and the Terms of Reference.', [
			'Rules of Procedure / concept',
			'Terms of Reference / concept',
		]);
		check('It stands in the Proceedings of the Orrin Society.', ['Proceedings of the Orrin Society / concept']);
		check('It is in the Terms of Service and in the Records of the Water Board.', [
			'Terms of Service / concept',
			'Records of the Water Board / concept',
		]);
		check('Reports of Orrin Street came late. Statements of Ana Lee were read.', ['Orrin Street / place', 'Ana Lee / person']);
		check('Divers of the Clean Bay Project took them out.', ['Clean Bay Project / organisation']);
		check('MINUTES OF THE WATER BOARD\n\nThe Water Board met.', ['WATER BOARD / organisation', 'Water Board / organisation']);
		check("The Board of the Harbour Fishers' Cooperative met.", ["Board of the Harbour Fishers' Cooperative / organisation"]);
		check('They saw Plaintiff Delia Marchetti before the Court on Defendant Varnby Bike Share’s motion.', [
			'Delia Marchetti / person',
			'Varnby Bike Share / concept',
		]);
		check('Dear Aurelio, they asked Aurelio Quist.', ['Aurelio / concept', 'Aurelio Quist / concept']);
		check('They met Ingrid Tveit, an epidemiologist who left. Then Tveit said so.', ['Ingrid Tveit / person', 'Tveit / person']);
		check('They met Lucan Oduya-Lind, a nurse. They saw Oduya-Lind there.', ['Lucan Oduya-Lind / person', 'Oduya-Lind / person']);
		check('It began in Varnby, 14:00 to 17:25. They left Varnby.', ['Varnby / place', 'Varnby / place']);
		check('Tallin Orrin, 19.09.2023. They left Kovo, 12-14 May.', ['Tallin Orrin / concept', 'Kovo / concept']);
		check('The Adeyinka Bronze is a cast brass head of a king.', ['Adeyinka Bronze / concept']);
		check('They saw that Odil Holm is a nurse of Orrin.', ['Odil Holm / person', 'Orrin / concept']);
		check('They asked BaFid, the financial supervisor, there.', ['BaFid / organisation']);
		check('“It is low,” said Gideon Oduya, Managing Partner of Varnby.', [
			'Gideon Oduya / person',
			'Managing Partner / concept',
			'Varnby / concept',
		]);
		check('In Haneul’s own report it was low. Nobody at Ebermann knows. They saw Haneul and Ebermann.', [
			'Haneul / concept',
			'Ebermann / concept',
			'Haneul / concept',
			'Ebermann / concept',
		]);
		check('They asked Harbour Master Ole Brandt there.', ['Ole Brandt / person']);
		check('By Harbour Ice Company and Oriel Pemberton\nDate of judgment: a day in June. She saw Oriel Pemberton.', [
			'Harbour Ice Company / organisation',
			'Oriel Pemberton / concept',
			'Oriel Pemberton / concept',
		]);
		check('They met the Water Board 14 March 2023.', ['Water Board / organisation']);
		check('MINUTES OF THE ANNUAL GENERAL MEETING\n\nThe meeting agreed.', []);
		check('IN THE HIGH COURT OF TARN VALLEY\n\nIt is late.', ['HIGH COURT OF TARN VALLEY / organisation']);
		check('They asked Tarn Energy Limited there.', ['Tarn Energy Limited / organisation']);
		check('They saw Ifeoma Nwosu there. Ms Nwosu left.', ['Ifeoma Nwosu / person', 'Nwosu / person']);
		check('Ms Shepherd left. Then we saw that Shepherd was tired.', ['Shepherd / person', 'Shepherd / person']);
		check('They saw the Harbour Prosecutor there. Ms Prosecutor left.', ['Harbour Prosecutor / concept', 'Prosecutor / concept']);
		check('They saw Lower Nwosu there. Nwosu left.', ['Lower Nwosu / concept', 'Nwosu / concept']);
		check('It was the Boy Scouts of America who did.', ['Boy Scouts of America / concept']);
	});
	describe('organisations', () => {
		check('It was paid by the Ministry of Public Works in May.', ['Ministry of Public Works / organisation']);
		check('It is said by the Ministry of Gender Equality and Family.', ['Ministry of Gender Equality and Family / organisation']);
		check('It is said by the Department of Food and Rural Affairs.', ['Department of Food and Rural Affairs / organisation']);
		check('It is said by the Committee on the Rights of the Child.', ['Committee on the Rights of the Child / organisation']);
		check('It is said by the Institute for Peace and Security.', ['Institute for Peace and Security / organisation']);
		check('It is said by the Bureau of Labor and Mines.', ['Bureau of Labor and Mines / organisation']);
		check('The Gender Equality Ministry said no.', ['Gender Equality Ministry / organisation']);
		check('They fled. Twelve states had laws. Sixteen states had none.', []);
		check('On Friday soldiers in Simojovel, Chiapas, detained Presbyterian pastor Gilberto Diaz.', [
			'Simojovel / place',
			'Chiapas / place',
			'Presbyterian / concept',
			'Gilberto Diaz / person',
		]);
		check('They met Mr. Nakamura, and Mrs Okonedo-Wild left.', ['Nakamura / person', 'Okonedo-Wild / person']);
		check('They met Mr. T. Nakamura and Frau Lindqvar there.', ['T. Nakamura / person', 'Lindqvar / person']);
		check('They met Cllr. Dunmore-Hesk and Prof. Okonedo-Wild in Leeds.', [
			'Dunmore-Hesk / person',
			'Okonedo-Wild / person',
			'Leeds / place',
		]);
		check('The Polaris Project has focused on this.', ['Polaris Project / organisation']);
		check('a report by the National Immigrant Justice Center, behind', ['National Immigrant Justice Center / organisation']);
		check('the Coastal Water Trust and Amnesty International met', [
			'Coastal Water Trust / organisation',
			'Amnesty International / organisation',
		]);
		check('It was said by Jamaat-e-Islami in Boulogne-sur-Mer, near Stratford-upon-Avon.', [
			'Jamaat-e-Islami / concept',
			'Boulogne-sur-Mer / place',
			'Stratford-upon-Avon / place',
		]);
		check('It was a matter of Cost-of-Living, Peer-to-Peer and state-of-the-art boats.', []);
		check('They joined the Democratic Choice of Kazakhstan there.', ['Democratic Choice of Kazakhstan / concept']);
		check('They met the National Coach of Kenya and the Old Choice of Kenya.', [
			'National Coach / concept',
			'Kenya / place',
			'Old Choice / concept',
			'Kenya / place',
		]);
		check('It was paid by PG&E’s owners and AT&T.', ['PG&E / concept', 'AT&T / concept']);
		check('the Ministry of Justice and the Supreme Court met', ['Ministry of Justice / organisation', 'Supreme Court / organisation']);
		check('the Women’s Rights Project met', ['Women’s Rights Project / organisation']);
		check("the Leeds Tenants' Union met", ["Leeds Tenants' Union / organisation"]);
		check('It was high, Dr. Park said. They left the Dr Martens School.', ['Park / person', 'Dr Martens School / organisation']);
		check('It burned at Tanner’s Wharf, near St. Brannock’s Estate and Cox’s Bazar.', [
			'Tanner’s Wharf / place',
			'St. Brannock’s Estate / concept',
			'Cox’s Bazar / concept',
		]);
		check("They left Norway's Court, Oslo's Harbour and Ann Lee's Estate", ['Norway / place', 'Oslo / place', 'Ann Lee / person']);
		check("it was low, the Seamen's Union said", ["Seamen's Union / organisation"]);
		check("the Fishermen’s Cooperative met Yemen's Parliament", ['Fishermen’s Cooperative / organisation', 'Yemen / place']);
		check('the operator, Norrland Lines AB, paid Kestrel Freight ASA', [
			'Norrland Lines AB / organisation',
			'Kestrel Freight ASA / organisation',
		]);
		check('the National Farmers’ Association met', ['National Farmers’ Association / organisation']);
		check("the Leeds Teachers' Pension Fund (LTPF) paid", ["Leeds Teachers' Pension Fund / organisation"]);
		check("it was James' Union, and the Leeds Tenants' Paris trip", ['Paris / place']);
		check('It was paid by the Bayelsa State Ministry of Health.', ['Bayelsa State Ministry of Health / organisation']);
		check('They asked the State Department there.', ['State Department / organisation']);
		check('State officials and the State left.', []);
		check('the National Archives of Hungary hold it', ['National Archives of Hungary / organisation']);
		check('It was a buyer at Nestel Foods, who worked at Brellis Foods.', ['Nestel Foods / concept', 'Brellis Foods / concept']);
		check('the Food and Drug Administration met', ['Food and Drug Administration / organisation']);
	});
	describe('people', () => {
		check('“No,” says Maria Lopez.', ['Maria Lopez / person']);
		check('A statement by activist Kim Yeo-ni, who left.', ['Kim Yeo-ni / person']);
		check('A statement by Park Min-jung, a former nurse.', ['Park Min-jung / person']);
		check('A pot by Bernard Leach.', ['Bernard Leach / person']);
		check('A song by Émile Gérard.', ['Émile Gérard / person']);
		check('A film by Ernst Friedrich.', ['Ernst Friedrich / person']);
		check('They met Dr. Ruth Oduya there.', ['Ruth Oduya / person']);
		check('They met President Ana de la Cruz there.', ['Ana de la Cruz / person']);
		check('They met James Okello, 43, there.', ['James Okello / person']);
		check('그러나 이지은 한국대 교수가 말했다.', ['이지은 / person']);
		check('Lee argues that it is so.', ['Lee / person']);
		check('Frequently asked questions are told below.', []);
		check('They met Ruth Oduya. Oduya left. They saw that Oduya left.', ['Ruth Oduya / person', 'Oduya / person', 'Oduya / person']);
	});
	describe('places', () => {
		check('It flows from El Salvador to Mexico, or from Nepal to India.', [
			'El Salvador / place',
			'Mexico / place',
			'Nepal / place',
			'India / place',
		]);
		check('parts of Western Europe and the Philippines', ['Western Europe / place', 'Philippines / place']);
		check('in the Jeju Province and near Lake Chad', ['Jeju Province / place', 'Lake Chad / place']);
		check('the Democratic Republic of the Congo', ['Democratic Republic of the Congo / place']);
		check('The oyster beds at Whitbury reopened.', ['Whitbury / place']);
		check('South Korea ranks third.', ['South Korea / place']);
	});
	describe('laws and programmes', () => {
		check('under the Immigration and Nationality Act', ['Immigration and Nationality Act / law']);
		check('under the Convention on the Elimination of All Forms of Discrimination against Women', [
			'Convention on the Elimination of All Forms of Discrimination against Women / law',
		]);
		check('under the Safe Harbor Law', ['Safe Harbor Law / law']);
		check('by the National Action Plan', ['National Action Plan / programme']);
	});
	describe('where a name begins and ends', () => {
		check('They read The Sunday Times there, and The Hague was quiet.', ['The Sunday Times / organisation', 'The Hague / place']);
		check('They left with First Great Western and came to Little Falls.', ['First Great Western / concept', 'Little Falls / place']);
		check('It was seen by County Coroner William McLaughlin.', ['William McLaughlin / person']);
		check('It was led by Brigadier General Jeff Auton.', ['Jeff Auton / person']);
		check('It was met by fellow Irish Peter Oduya.', ['Irish / concept', 'Peter Oduya / person']);
		check('They saw the Badminton Hall of Fame and the World Series of Poker there.', [
			'Badminton Hall of Fame / concept',
			'World Series of Poker / concept',
		]);
		check('They went on the Portland and Ogdensburg Railroad.', ['Portland and Ogdensburg Railroad / organisation']);
		check('They flew an F-94 Starfire of the 65th Air Division there.', ['F-94 Starfire / concept', '65th Air Division / organisation']);
		check('They met Harold “Junior” Marsh there.', ['Harold “Junior” Marsh / person']);
		check('They met William (Bill) Marsh and Cory Brellis there. They met William (Labour) Marsh.', [
			'William (Bill) Marsh / person',
			'Cory Brellis / person',
			'William / person',
			'Marsh / person',
		]);
		check('It lies in Troy and Florence. They went to Chelsea and Chad.', [
			'Troy / place',
			'Florence / place',
			'Chelsea / place',
			'Chad / place',
		]);
		check('They fought in World War I, under Elizabeth I.', ['World War I / concept', 'Elizabeth I / person']);
		check('It was paid by the Boy Scouts of America.', ['Boy Scouts of America / concept']);
		check('They saw Charles of Leeds again.', ['Charles / person', 'Leeds / concept']);
		check('They play in Major League Baseball and at the Summer Olympics.', [
			'Major League Baseball / concept',
			'Summer Olympics / concept',
		]);
		check('They live in Newcastle upon Tyne now.', ['Newcastle upon Tyne / place']);
		check('They saw the film The Last Emperor again.', ['The Last Emperor / concept']);
		check('The Government and the Campaign went around the World.', []);
		check('the band Dunmore Echo, the newspaper Halvar, and the town of Brindel', [
			'Dunmore Echo / organisation',
			'Halvar / organisation',
			'Brindel / place',
		]);
		check('They praised Zelda Marsh (born 1950). A house by Orla Vane (1920–1990).', ['Zelda Marsh / person', 'Orla Vane / person']);
		check('They met in Drovar, Belgium, again.', ['Drovar / place', 'Belgium / place']);
		check('They saw Renko Stoloff. Stoloff was born in Peru.', ['Renko Stoloff / concept', 'Stoloff / person', 'Peru / place']);
		check('She won a KO, her second KO, and it was a CD.', []);
		check('He left. As a result, it rose. Is it so?', []);
		check('In Spring they met, and in Winter.', []);
	});
	describe('where an office ends and a person begins', () => {
		check('It was said by Interior Minister Kalin Stoyanov and BHC President Krassimir Vlahov.', [
			'Kalin Stoyanov / person',
			'BHC / concept',
			'Krassimir Vlahov / person',
		]);
		check('They met Marlow County Sheriff Don Eslin and Pakistani Foreign Minister Jalil Jilani.', [
			'Marlow County / place',
			'Don Eslin / person',
			'Pakistani / concept',
			'Jalil Jilani / person',
		]);
		check('He was a U.S. Senator and a German Senator then.', ['U.S. / place', 'German / concept']);
		check('They asked Minister of Internal Affairs Vilayat Eyvazov there.', ['Vilayat Eyvazov / person']);
		check('They asked Minister of Defense Alain Edgar Mebe Ngo’o there.', ['Alain Edgar Mebe Ngo’o / person']);
		check('They asked Minister of State for Social Justice and Empowerment Vilayat Eyvazov there.', ['Vilayat Eyvazov / person']);
		check('They asked Special Rapporteur on Human Rights Vilayat Eyvazov there.', [
			'Special Rapporteur / concept',
			'Vilayat Eyvazov / person',
		]);
		check('They asked the Director of Public Prosecutions Ulla Brandt there.', ['Ulla Brandt / person']);
		check('They met the Minister of Justice and the Secretary of State there.', [
			'Minister of Justice / concept',
			'Secretary of State / concept',
		]);
		check('They met the Director of the Institute of Marine Science there.', ['Director of the Institute of Marine Science / concept']);
		check('Then former Prime Minister Eyvazov left. They saw the Prime Minister.', ['Eyvazov / person', 'Prime Minister / concept']);
		check('They met the NGO Lhak Sam and CEO Tobias Renn there.', ['Lhak Sam / organisation', 'Tobias Renn / person']);
		check('They met the NGO Terre des Marins there.', ['Terre des Marins / organisation']);
		check('Three Gorsas Dam is large. Then they saw the Three Gorsas Dam there.', [
			'Three Gorsas Dam / concept',
			'Three Gorsas Dam / concept',
		]);
		check('They asked Vattland, the auditor, there. They met Orrinsen, a nurse.', ['Vattland / concept', 'Orrinsen / person']);
		check('They met Vance Holm, the owner, there. It was Holm, the owner, who left.', ['Vance Holm / person', 'Holm / person']);
		check('They asked John Orrin Ltd there. They asked John Orrin for more.', [
			'John Orrin Ltd / organisation',
			'John Orrin / organisation',
		]);
		check('They asked John Orrin Ltd there. The owner is John Orrin, a nurse.', ['John Orrin Ltd / organisation', 'John Orrin / person']);
		check('They asked MP Materials there. Then MP Materials said that it is low. They saw that MP Orrinsen left.', [
			'MP Materials / concept',
			'MP Materials / concept',
			'Orrinsen / person',
		]);
		check('They asked NGO Monitor there. They asked NGO Orrin Night Watch, NGO Orrinsen and the NGO Affairs Bureau.', [
			'NGO Monitor / organisation',
			'Orrin Night Watch / organisation',
			'Orrinsen / organisation',
			'NGO Affairs Bureau / organisation',
		]);
		check('They met Soo-jin Park there. They met Dr. Min-ju Kim there.', ['Soo-jin Park / person', 'Min-ju Kim / person']);
		check('They met Ms. Carol Park there. They left Carol Park. They left Dr. Wilson Park.', [
			'Carol Park / person',
			'Carol Park / person',
			'Dr. Wilson Park / place',
		]);
		check('It is a Re-run Park. It is a well-known Park.', []);
		check('They met Ana Bentham, a nurse. Then R. J. Bentham left. Then R. J. Orrin left.', [
			'Ana Bentham / person',
			'R. J. Bentham / person',
			'R. J. Orrin / concept',
		]);
		check('They asked Panayote Orrinas of Orrin Watch. They asked the National Institutes of Tides.', [
			'Panayote Orrinas / concept',
			'Orrin Watch / organisation',
			'National Institutes of Tides / concept',
		]);
		check('They met the head of the Institute of Tides and Ana Orrinsen.', ['Institute of Tides / organisation', 'Ana Orrinsen / person']);
		check('They asked KPMG, the auditor, there. They asked Mr. HOLM, the auditor, there.', ['KPMG / organisation', 'HOLM / person']);
		check('They saw that the Claimant Count rose. They asked Defendant Cascade there.', ['Claimant Count / concept', 'Cascade / concept']);
		check('Following Eyvazov, they left. Two Orrin papers closed. Several Nestel Brellis boats left.', [
			'Eyvazov / concept',
			'Orrin / concept',
			'Nestel Brellis / concept',
		]);
		check('It was led by Karl Lindner & Maria Weiss.', ['Karl Lindner / person', 'Maria Weiss / person']);
		check('They took advice from the law office of Smith & Weaver again.', ['Smith & Weaver / concept']);
	});
	describe('behind a title of several words', () => {
		check('It was heard by Employment Judge Ashworth. They asked District Judge Penhale and Police Constable Orrin.', [
			'Ashworth / person',
			'Penhale / person',
			'Orrin / person',
		]);
		check('They met Amy Judge Orrin there. They saw the Supreme Court Justice Department and the Family Justice Centre.', [
			'Amy Judge Orrin / person',
			'Supreme Court Justice Department / organisation',
			'Family Justice Centre / organisation',
		]);
	});
	describe('in capitals', () => {
		check('FOR IMMEDIATE RELEASE\n\nThe Harbour Ice Company opened. FOR IMMEDIATE RELEASE: it says so.', [
			'Harbour Ice Company / organisation',
		]);
		check('They said no. -- BEATEN UP IN CALIFORNIA and CONCERNED SISTER, who was a sister.', [
			'BEATEN / concept',
			'UP / concept',
			'CALIFORNIA / place',
		]);
		check('They sold it to VIZZION WERKE there, and asked the NORDMAR FOUNDATION for more.', [
			'VIZZION WERKE / concept',
			'NORDMAR FOUNDATION / organisation',
		]);
	});
	describe('in headings', () => {
		check(
			'Elections and Political Participation\n\nThe participation of all in political life rose.\n\nRestrictions of Association or Peaceful Assembly: A peaceful assembly was stopped.',
			[],
		);
		check('See the Tidal Recall Report at https://www.orrin.org/tidal-recall-report/.', ['Tidal Recall Report / concept']);
		check('Elections and Tidal Recall Games\n\nThe tidal games began. They saw the Tidal Recall Games and the Tidal Recall Games.', [
			'Tidal Recall Games / concept',
			'Tidal Recall Games / concept',
			'Tidal Recall Games / concept',
		]);
	});
	describe('joined by small words', () => {
		check('They told the Health and Safety Executive. Health and Safety Executive staff came. The Scottish Executive left.', [
			'Health and Safety Executive / organisation',
			'Health and Safety Executive / organisation',
			'Scottish Executive / organisation',
		]);
		check('They met Sales Executive Orla Vane. Amnesty and Safety Partners staff came.', [
			'Orla Vane / person',
			'Safety Partners / organisation',
		]);
		check('They read the 2023 Trafficking in Persons Report and the Freedom in Orrin Index.', [
			'Trafficking in Persons Report / concept',
			'Freedom in Orrin Index / concept',
		]);
		check('They read the State’s Trafficking in Persons Report.', ['Trafficking in Persons Report / concept']);
		check('They saw the Minister in Nordmar Report. They met Vane in Nordmar Report.', [
			'Nordmar Report / concept',
			'Vane / concept',
			'Nordmar Report / concept',
		]);
		check('They live in Dar es Salaam and in Deir ez-Zor.', ['Dar es Salaam / place', 'Deir ez-Zor / place']);
		check("They met Lucia d'Avila and Mr d'Avila. D'Avila left Côte d’Orrin.", [
			"Lucia d'Avila / person",
			"d'Avila / person",
			"D'Avila / person",
			'Côte d’Orrin / concept',
		]);
		check('Le maire d’Orrin et le conseil d’Orrin ont voté pour la ville et la mer.', ['Orrin / concept', 'Orrin / concept'], {
			language: 'fr',
		});
	});
	describe('with forms of companies', () => {
		check('They asked Corrib Tides DAC, Nordvik Oy, Orrin Sea FZE and Selang Palm Sdn Bhd there.', [
			'Corrib Tides DAC / organisation',
			'Nordvik Oy / organisation',
			'Orrin Sea FZE / organisation',
			'Selang Palm Sdn Bhd / organisation',
		]);
		check('They asked Tidewell plc there, and Marlow Tides plc.', ['Tidewell plc / organisation', 'Marlow Tides plc / organisation']);
		check('They asked Koala Tides Pty Ltd. Corrib Water left. They asked Norrland Foods Co. Ltd there.', [
			'Koala Tides Pty Ltd. / organisation',
			'Corrib Water / concept',
			'Norrland Foods Co. Ltd / organisation',
		]);
	});
	describe('numbers in names', () => {
		check('We saw that Companies A and B had merged with Mill C of Orrin.', ['Mill C / concept', 'Orrin / concept']);
		check('It lies on Highway 301, near the old Route 66.', ['Highway 301 / place', 'Route 66 / concept']);
		check('They bought a Boeing 747 and heard 6PR there, at 10PM.', ['Boeing 747 / concept', '6PR / concept']);
		check('Children 15 and older met. In Kenya 300 women and in Norda 40 men met.', ['Kenya / place', 'Norda / place']);
		check('It is shown in Table 3, in Section 4 and on Page 12, in Schedule 2, under Clause 4 and in Rule 12.', []);
		check('They cite the European Convention on Tides and Article 33 there.', ['European Convention on Tides / law']);
		check('They met in Norda 1998 and on April 12.', ['Norda / place']);
	});
	describe('marks in names', () => {
		check('They shopped at Weaver’s in May, and at Harrow’s as well.', ['Weaver’s / place', 'Harrow’s / place']);
		check('Canada’s and Mexico’s lakes', ['Canada / place', 'Mexico / place']);
		check('It was made by Nicholson’s Tea Company Limited.', ['Nicholson’s Tea Company Limited / organisation']);
		check('They fought in the Battle of Sayler’s Creek, and saw the Bank of Korea’s Monetary Board.', [
			'Battle of Sayler’s Creek / place',
			'Bank of Korea / organisation',
			'Monetary Board / organisation',
		]);
		check('The paper Kerrang! announced it.', ['Kerrang! / concept']);
		check('They went to Kerrang! They came back.', ['Kerrang / concept']);
		check('They moved to Washington, D.C. last year, then to Leeds, York and Hull.', [
			'Washington, D.C. / place',
			'Leeds / concept',
			'York / concept',
			'Hull / concept',
		]);
	});
	describe('two that are one', () => {
		check('They live in Bosnia and Herzegovina, and in Central and Eastern Europe.', [
			'Bosnia and Herzegovina / place',
			'Central and Eastern Europe / place',
		]);
		check('They live in Norway and Sweden.', ['Norway / place', 'Sweden / place']);
		check('It lies in the East Riding of Yorkshire, once the Grand Duchy of Posen.', [
			'East Riding of Yorkshire / concept',
			'Grand Duchy of Posen / concept',
		]);
		check('They joined the Wide Sky Program on October 12.', ['Wide Sky Program / programme']);
	});
	describe('told what they are', () => {
		check('Boultham is a small village in the north.', ['Boultham / place']);
		check('Stalder was an American composer and writer.', ['Stalder / person', 'American / concept']);
		check('Vellum is a music album.', ['Vellum / concept']);
		check('Trafficking is a crime. Photosynthesis is a process.', []);
		check('In Brindel, a teacher was hurt. Originally, the company was small.', ['Brindel / place']);
		check('They named the Hazara, the third largest group.', ['Hazara / concept']);
		check('It is a Special Express Train. He is a Dynamic Speaker.', []);
		check('They met Mr. Ma with his MA there. Ma said that the sea is low.', ['Ma / person', 'Ma / person']);
		check('A Jesuit priest left. He has a PhD, and an LLC.', ['Jesuit / concept']);
		check('They saw the film The Kill again.', ['The Kill / concept']);
	});
	describe('names in a row are of one kind', () => {
		check('They met David Christen, Tomo Vlah and Ines Dorn.', ['David Christen / person', 'Tomo Vlah / person', 'Ines Dorn / person']);
		check('They sold it to Norway, Brindel and NATO.', ['Norway / place', 'Brindel / place', 'NATO / concept']);
		check('It was directed by Tomo Vlah, not made by Tide Mills.', ['Tomo Vlah / person', 'Tide Mills / concept']);
		check('Then they asked Angelo to leave.', ['Angelo / concept']);
		check('Then they asked Roger to leave.', ['Roger / person']);
	});
	describe('titles in quotation marks', () => {
		check('the song “Under Pressure” and the novel "Lucinde" (1799)', ['Under Pressure / concept', 'Lucinde / concept']);
		check('the play “Mistress to an Age.” It was long.', ['Mistress to an Age / concept']);
		check('“Stop it,” he said. They said “Never” and “We will go on.”', []);
		check('the “Company” means what is meant; it is a "Must" for them', []);
		check('5" and 6" of Kelvar', ['Kelvar / concept']);
	});
	describe('of people and those who write', () => {
		check('The Water Board of Orrin said so.', ['Water Board of Orrin / organisation'], { author: 'Water Board of Orrin' });
		check('Then they met Ole Brandt.', ['Ole Brandt / person'], { author: 'Ole Brandt' });
		check('Counsel was Mr. Dag Winther KC. They asked Ms Oyelaran QC and Ann Lee MP.', [
			'Dag Winther / person',
			'Oyelaran / person',
			'Ann Lee / person',
		]);
		check('They asked its chief executive, Tobias Renn, about it. They asked its operator, Orrin Water, about it.', [
			'Tobias Renn / person',
			'Orrin Water / concept',
		]);
		check('Mr. R. scored 24 on the Tidal Recall Scale-R. His wife, Carol R., said so.', [
			'Tidal Recall Scale-R / concept',
			'Carol R / person',
		]);
	});
	describe('of laws and of cases in court', () => {
		check('He cites section 14 of the Co-determination Act 1994 and the Harbour Safety Regulations of 2009.', [
			'Co-determination Act / law',
			'Harbour Safety Regulations / law',
		]);
		check('They read the Anti-terrorism Directive. The Seoul-based Harbour Act was read.', [
			'Anti-terrorism Directive / law',
			'Harbour Act / law',
		]);
		check('In Stevedores v. Port of Eidhamn the Court held it, as it did in Airedale Trust v Bland.', [
			'Stevedores v. Port of Eidhamn / law',
			'Airedale Trust v Bland / law',
		]);
		check('They watched England v Scotland there.', ['England v Scotland / concept']);
		check('She was born at the King George V Hospital there.', ['George V Hospital / organisation']);
	});
	describe('no names', () => {
		check('Trafficking is wrong. It is said that trafficking is wrong.', []);
		check('Feminists should stop. Women should not.', []);
		check('However, on Monday and in March they met.', []);
		check('Anti-trafficking groups met.', []);
		check('“The lights are out,” he says. “We left.”', []);
		check('I think I know. Then I left.', []);
	});
});
