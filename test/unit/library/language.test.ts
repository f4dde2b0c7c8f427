import assert from 'node:assert/strict';
import { findLanguage } from '../../../src/library/language.ts';

const english =
	'The government has increased assistance to those in the industry who exit it, and the number of shelters has grown over the past decade.';
const german =
	'Die Regierung hat die Hilfe für Menschen verstärkt, die aus dem Gewerbe aussteigen wollen, und die Zahl der Beratungsstellen ist gewachsen.';
const french =
	"Le gouvernement a augmenté l'aide aux personnes qui quittent le métier, et le nombre de centres d'accueil a progressé en dix ans.";
const korean = '정부는 업계를 떠나는 사람들에 대한 지원을 늘렸으며, 상담소의 수도 지난 십 년 동안 늘어났다.';
const russian = 'Правительство увеличило помощь тем, кто уходит из этой отрасли, и число приютов за последнее десятилетие выросло.';

describe('language', () => {
	function check(name: string, text: string, declared: string | null, expected: string | null) {
		it(name, () => assert.equal(findLanguage(text, declared), expected));
	}
	check('English', english, null, 'en');
	check('German', german, null, 'de');
	check('French', french, null, 'fr');
	check(
		'Spanish',
		'El gobierno ha aumentado la ayuda a quienes dejan la industria, y el número de refugios ha crecido en la última década.',
		null,
		'es',
	);
	check(
		'Indonesian',
		'Pemerintah telah meningkatkan bantuan kepada mereka yang meninggalkan industri ini, dan jumlah tempat penampungan bertambah.',
		null,
		'id',
	);
	check(
		'Vietnamese',
		'Chính phủ đã tăng cường hỗ trợ cho những người rời bỏ ngành này, và số lượng nhà tạm lánh đã tăng lên trong mười năm qua.',
		null,
		'vi',
	);
	check('not French for a few English words', 'A short file First para second line Old mac line next sep para nul end of file', null, null);
	check(
		'not a language for a list of accounts',
		'root bin bash daemon usr sbin nologin sync bin sync games usr games man var cache man lp var spool lpd mail var mail',
		null,
		null,
	);
	check('short French', 'Le canal du Midi relie Toulouse à la Méditerranée depuis trois siècles et demi.', null, 'fr');
	check('Russian', russian, null, 'ru');
	check('Korean by its script', korean, null, 'ko');
	check('a few Korean words', '여성가족부', null, 'ko');
	check('Korean with English names', '여성가족부(MOGEF)는 Seoul에서 발표했다.', null, 'ko');
	check('Japanese by its kana', '政府は業界を離れる人々への支援を増やした。', null, 'ja');
	check('Chinese without kana', '政府增加了对离开该行业的人的援助。', null, 'zh');
	check('Thai', 'รัฐบาลเพิ่มความช่วยเหลือ', null, 'th');
	check('Greek', 'Η κυβέρνηση αύξησε τη βοήθεια', null, 'el');
	check('Hebrew', 'הממשלה הגדילה את הסיוע', null, 'he');
	check(
		'Arabic',
		'زادت الحكومة المساعدات المقدمة للذين يتركون هذه الصناعة وارتفع عدد الملاجئ خلال العقد الماضي في جميع أنحاء البلاد',
		null,
		'ar',
	);
	check('English that quotes a Korean word', `${english} The word is 성매매.`, null, 'en');
	check('too short to tell', 'Notes', null, null);
	check('nothing', '', null, null);
	check('numbers only', '12 345 678 90 '.repeat(20), null, null);

	check('what is declared, in the usual case', english, 'en_us', 'en-US');
	check('what is declared for a short text', 'Hallo Welt', 'de', 'de');
	check('no tag', english, 'English (US)', 'en');
	check('a template that declares English for Korean', korean, 'en', 'ko');
	check('a template that declares English for German', german.repeat(4), 'en', 'de');
	check('a template that declares Korean for English', english, 'ko', 'en');
	check('a declared region of the right language', korean, 'ko-KR', 'ko-KR');
	check('a language that is not on the list of franc', `${'Ma te wā ka kite ano tātou i te marae o te iwi. '.repeat(3)}`, 'mi', 'mi');
});
