/** Where text goes: into the document, into a table, property or mark of a list's item that is read for what it says, or nowhere. */
export type RtfTarget = 'body' | 'fonts' | 'styles' | 'info' | 'value' | 'shape' | 'object' | 'alternative' | 'mark' | 'nowhere';

/** Words that stand for characters. */
export const signs: ReadonlyMap<string, string> = new Map([
	['emdash', '\u2014'],
	['endash', '\u2013'],
	['lquote', '\u2018'],
	['rquote', '\u2019'],
	['ldblquote', '\u201C'],
	['rdblquote', '\u201D'],
	['bullet', '\u2022'],
]);

/** Properties of the document that are kept. */
export const infoNames: ReadonlySet<string> = new Set(['title', 'author', 'creatim', 'company', 'subject']);

/** Groups that stand in the margins of pages. */
export const margins: ReadonlySet<string> = new Set(['header', 'headerf', 'headerl', 'headerr', 'footer', 'footerf', 'footerl', 'footerr']);

/** Optional destinations whose text is text of the document. */
export const keptOptional: ReadonlySet<string> = new Set(['ud', 'shptxt', 'shpinst', 'moMath', 'moMathPara']);

/** Groups whose text goes elsewhere by the word they begin with (RTF Specification 1.9.1); `nowhere` is most of them. */
export const destinations: ReadonlyMap<string, RtfTarget> = new Map([
	['fonttbl', 'fonts'],
	['stylesheet', 'styles'],
	['info', 'info'],
	['shp', 'shape'],
	['shpinst', 'shape'],
	['do', 'shape'],
	['dptxbxtext', 'body'],
	['object', 'object'],
	['upr', 'alternative'],
	['listtext', 'mark'],
	['pntext', 'mark'],
	...`atnauthor atndate atnicn atnid atnparent atnref atntime atrfend atrfstart author background bkmkend bkmkstart blipuid
		buptim category colorschememapping colortbl comment company creatim datafield datastore docvar falt fchars ffdeftext ffentrymcr ffexitmcr
		ffformat ffhelptext ffl ffname ffstattext file filetbl fldinst fldtype fname fontemb fontfile
		formfield ftncn ftnsep ftnsepc aftncn aftnsep aftnsepc g generator gridtbl htmltag keycode keywords
		latentstyles lchars levelnumbers leveltext linkval list listlevel listname listoverride listoverridetable listpicture liststylename listtable
		lsdlockedexcept manager mhtmltag nesttableprops nextfile nonesttables nonshppict objalias objclass objdata object objname objsect
		objtime oldcprops oldpprops oldsprops oldtprops oleclsid operator panose password passwordhash pgp pgptbl picprop pict pn pnseclvl
		pntxta pntxtb printim private propname protend protstart protusertbl pxe revtbl revtim rsidtbl rxe shprslt shppict sn sp staticval subject sv
		tc template themedata mbegChr mchr mctrlPr mendChr mmathPict msepChr mtype txe userprops wgrffmtfilter windowcaption writereservation writereservhash xe xform xmlattrname xmlattrvalue
		xmlclose xmlname xmlnstbl xmlopen`
		.split(/\s+/)
		.filter((name) => name !== 'object')
		.map((name): [string, RtfTarget] => [name, 'nowhere']),
]);
