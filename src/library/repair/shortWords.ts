/**
 * The English words of one and two letters, and of three those that are words by themselves, though a piece of a broken word often looks
 * like them. dictionary-en also lists letters, chemical symbols, musical notes and abbreviations (`b`, `er`, `st`, `ist`), which in running
 * text are far more often what is left of a word than the thing itself. Made by reading its 150 words of one or two letters, and measured
 * on clean text: see `brokenWords.ts`.
 */
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
		'nit nob nod obi obj obs opp ops opt orb ore par pas phi pol pom pos pre pro psi qua quo rad rec ref reg rel rem rep res rev rho sci seq sic soc ' +
		'sol sup syn tel tic til tor ult uni urn val var vat vol'
	).split(' '),
);

/**
 * Whether a word of one to three letters, folded, may be a piece of a broken word although the list has it.
 * Longer words never are.
 */
export function looksLikePiece(folded: string): boolean {
	return folded.length <= 2 ? !wholeWords.has(folded) : folded.length === 3 && pieces.has(folded);
}
