import assert from 'node:assert/strict';
import { findingsOf } from '../../../support/termDocuments.ts';

/** Expected are the institutions and laws, as `name / kind`, in order. */
function check(language: string, text: string, expected: readonly string[]): void {
	it(text, () => {
		const names = findingsOf(text, { language }).names.filter(({ kind }) => kind === 'organisation' || kind === 'law');
		assert.deepEqual(
			names.map((name) => `${name.text} / ${name.kind}`),
			expected,
		);
		for (const name of names) {
			assert.equal(text.slice(name.start, name.end), name.text);
		}
	});
}

describe('names of institutions and laws with small words in them', () => {
	describe('in German', () => {
		const de = (text: string, expected: readonly string[]) => check('de', text, expected);
		de('Das Bundesministerium für Gesundheit hat gestern gezahlt.', ['Bundesministerium für Gesundheit / organisation']);
		de('Das Bundesministerium für Bildung und Forschung sagt es.', ['Bundesministerium für Bildung und Forschung / organisation']);
		de('Das Bundesamt für Seeverkehr am Freitag, das Bundesamt am Montag.', ['Bundesamt für Seeverkehr / organisation']);
		de('Das Landesamt für Natur, Umwelt und Verbraucherschutz maß es.', [
			'Landesamt für Natur, Umwelt und Verbraucherschutz / organisation',
		]);
		de('Das Ministerium der Justiz und für Verbraucherschutz schwieg.', [
			'Ministerium der Justiz und für Verbraucherschutz / organisation',
		]);
		de('Sie fragten die Deutsche Gesellschaft für Internationale Zusammenarbeit.', [
			'Deutsche Gesellschaft für Internationale Zusammenarbeit / organisation',
		]);
		de('Die Zentrale für politische Bildung kam nach Kiel.', ['Zentrale für politische Bildung / organisation']);
		de('Das Gesetz über die Versicherung der Bauern gilt.', ['Gesetz über die Versicherung der Bauern / law']);
		de('Laut Gesetz über den Verkehr mit Arzneimitteln ist es so.', ['Gesetz über den Verkehr mit Arzneimitteln / law']);
		de('Nach dem Gesetz gegen den unlauteren Wettbewerb ist es so.', ['Gesetz gegen den unlauteren Wettbewerb / law']);
		de('Das Gesetz zur Förderung der Windkraft wurde beraten.', ['Gesetz zur Förderung der Windkraft / law']);
		de('Er fragte das Institut für Deutsche Gesellschaft für Musik.', [
			'Institut für Deutsche / organisation',
			'Gesellschaft für Musik / organisation',
		]);
		de('Das Amt für Umwelt der Stadt Nordheim klagte, nicht der Verein für Kultur der Stadt.', [
			'Amt für Umwelt der Stadt Nordheim / organisation',
			'Verein für Kultur der Stadt / organisation',
		]);
		de('Das Ministerium für Verkehr und das Institut für Meereskunde in Kiel stritten.', [
			'Ministerium für Verkehr / organisation',
			'Institut für Meereskunde / organisation',
		]);
		de('Die Richtlinie zum Schutz der Bienen und Herr Otto Brandt kamen.', ['Richtlinie zum Schutz der Bienen / law']);
		de('Im Amt für Statistik saß Anna Holm.', ['Amt für Statistik / organisation']);
		de('Ein Gesetz für Bauern wäre gut. Ein neues Gesetz über Wasser auch.', []);
		de('Die Kosten für Strom und der Antrag für Zahlungen stiegen.', []);
		de('Die Kommission kam zum Beispiel zur Sitzung. Die Kommission zum Beispiel kam.', []);
		de('Samt für Kleider und Demokraten für alle.', []);
		check('en', 'They asked the Amt für Statistik there.', []);
	});
	describe('in French', () => {
		const fr = (text: string, expected: readonly string[]) => check('fr', text, expected);
		fr('Le Ministère de la Santé et des Services sociaux a publié le rapport.', [
			'Ministère de la Santé et des Services sociaux / organisation',
		]);
		fr('La Direction générale de la santé publique a fermé.', ['Direction générale de la santé publique / organisation']);
		fr("Selon l'Institut national de la statistique et des études économiques, on paie.", [
			'Institut national de la statistique et des études économiques / organisation',
		]);
		fr('La Loi sur les services de santé et les services sociaux le dit.', ['Loi sur les services de santé et les services sociaux / law']);
		fr('Le Bureau d’audiences publiques sur l’environnement écrit à Marie Tremblay.', [
			'Bureau d’audiences publiques sur l’environnement / organisation',
		]);
		fr('Le Bureau de recherches géologiques et minières a creusé.', ['Bureau de recherches géologiques et minières / organisation']);
		fr('Le Tribunal de grande instance a jugé. La Cour suprême aussi.', [
			'Tribunal de grande instance / organisation',
			'Cour suprême / organisation',
		]);
		fr('La Banque de France et le Conseil d’État ont répondu.', ['Banque de France / organisation', 'Conseil d’État / organisation']);
		fr('Le Code de l’environnement et la Loi sur l’eau s’appliquent.', ['Code de l’environnement / law', 'Loi sur l’eau / law']);
		fr('La Direction des routes et le maire Paul Roy parlent.', ['Direction des routes / organisation']);
		fr('La Commission de la santé et de la sécurité du travail paie les frais de Marie Tremblay.', [
			'Commission de la santé et de la sécurité du travail / organisation',
		]);
		fr('La Commission rejette des mesures. Le Comité du mardi est vide.', []);
		fr('Une Commission de la ville, une loi sur l’eau et la commission de la santé.', []);
	});

	describe('and of others begin behind what the sentence begins with', () => {
		const rows: readonly (readonly [language: string, text: string, expected: readonly string[]])[] = [
			['es', 'Según la Sindicatura de Cuentas, faltan fondos.', ['Sindicatura de Cuentas']],
			['es', 'Si Ana Torres viene, todo irá bien.', ['Ana Torres']],
			['es', 'Ayer vino a El Salvador un barco.', ['El Salvador']],
			['fr', 'Selon le BEA-RI, il brûle.', ['BEA-RI']],
			['fr', 'Quand Marie Dupont arrive, on part.', ['Marie Dupont']],
			['de', 'Wenn Anna Weber kommt, gehen wir.', ['Anna Weber']],
		];
		for (const [language, text, expected] of rows) {
			it(text, () =>
				assert.deepEqual(
					findingsOf(text, { language }).names.map((name) => name.text),
					expected,
				),
			);
		}
	});
});
