/**
 * Short words, of which the shipped list knows too many: dictionary-en also has letters, chemical symbols, musical notes and abbreviations
 * (`b`, `er`, `st`, `ist`), which in running text are far more often what is left of a word than the thing itself.
 * Made by reading its 800 words of up to three letters.
 */

/** English words of one and two letters. */
const wholeWords: ReadonlySet<string> = new Set(
	'a i o ad ah am an as at ax be by do eh go ha he hi id if in is it la me ma my no of oh ok on or ox pa pi so to up us we ye vs'.split(
		' ',
	),
);

/** Entries of three letters that are no words of running text, but beginnings and ends of words. */
const pieces: ReadonlySet<string> = new Set(
	(
		'abs adj ado adv alb ale app apt bap bop cir cis com con coo cor cos deb def dem dis div dos ecu eds eff ems enc end ens ent ere erg err esp est ' +
		'exp ext fem fer fie gen gov hes hob imp inc ind inf ins int ion ism lac lat lei lib lii lit lix lox mas mes min mod mos mus nae neg nib nil ' +
		'nit nob nod obi obj obs opp ops opt orb ore par pas phi pol pom pos pre pro psi qua quo rad rec ref reg rel rem rep res rev rho rib sci seq sic ' +
		'soc sol sup syn tel tic til tor ult uni urn val var vat vol'
	)
		.split(' ')
		.filter((word) => word !== 'end'),
);

/** Words of three letters common enough that two pieces may make one. `cum` is not among them: `cu m` is a volume. */
const commonWords: ReadonlySet<string> = new Set(
	(
		'act add age ago aid aim air all and any are arm art ask bad bag ban bar bay bed big bit box boy bus but buy can car cop cry cup cut dad day dead die did ' +
		'dog dry due each ear eat egg end err eye far fat few fit fly for fun gap gas get god got gun guy had has hat her hey him his hit hot how ice ill ' +
		'its job joy key kid law lay leg let lie lot low man map may men met mix net new nor not now odd off oil old one our out own pay per pig put ran ' +
		'raw red rid run sad sat saw say sea see set sex she sir sit six sky son sun tax tea ten the tie too top try two use via war was way web wet who ' +
		'why win won yes yet you'
	).split(' '),
);

/** Whether a word of one to three letters, folded, may be a piece of a broken word although the list has it. Longer words never are. */
export function looksLikePiece(folded: string): boolean {
	return folded.length <= 2 ? !wholeWords.has(folded) : folded.length === 3 && pieces.has(folded);
}

/** Whether a folded word of up to three letters is common enough to be put together out of pieces. */
export function isCommonShortWord(folded: string): boolean {
	return folded.length <= 2 ? folded.length === 2 && wholeWords.has(folded) : commonWords.has(folded);
}

/** Old contractions without their apostrophe: a stray letter beside a word (`I t was`) is never one of them. */
const oldForms: ReadonlySet<string> = new Set('twas twere twill twould tis tisn twixt twain'.split(' '));

/** Whether a folded word is so rare that stray spaces within it are no explanation. */
export function isOldForm(folded: string): boolean {
	return oldForms.has(folded);
}

/** What a hyphen makes another word of: `co-op` is no `coop`, and `re-creation` no `recreation`. Without the hyphen the sense would change. */
const othersWithHyphen: ReadonlySet<string> = new Set('coop coops recreation recreations unionized unionised'.split(' '));

/** Whether a folded word is another one when a hyphen stands in it. */
export function isOtherWithHyphen(folded: string): boolean {
	return othersWithHyphen.has(folded);
}
