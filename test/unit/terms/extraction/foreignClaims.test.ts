import assert from 'node:assert/strict';
import { findingsOf } from '../../../support/termDocuments.ts';

/** Expected are `speaker, verb / hedge` of the claims in order. */
function check(language: string, text: string, expected: readonly string[]): void {
	it(`${language}: ${text}`, () => {
		const { claims } = findingsOf(text, { language });
		assert.deepEqual(
			claims.map(({ speaker, verb, hedge }) => `${speaker}, ${verb}${hedge === null ? '' : ` / ${hedge}`}`),
			expected,
		);
	});
}

describe('claims in other languages', () => {
	check('de', 'Die Pumpen sind alt, sagte Anna Weber.', ['Anna Weber, sagte']);
	check('de', 'Anna Weber kritisierte den Plan.', ['Anna Weber, kritisierte']);
	check('de', 'Laut Anna Weber ist es spät.', ['Anna Weber, laut']);
	check('de', 'Dem Bericht zufolge ist es spät.', ['Bericht, zufolge']);
	check('de', 'Anna Weber bestritt die Tat.', ['Anna Weber, bestritt / denied']);
	check('de', 'Man sagte es ihr. Sie sprach laut und viel, und ging.', []);
	check('fr', 'Selon le ministère de la santé, le nombre a baissé.', ['ministère de la santé, selon']);
	check('fr', 'Selon la loi Dupont, le nombre a baissé. Selon le rapport de Dupont, il monte.', [
		'loi Dupont, selon',
		'rapport de Dupont, selon',
	]);
	check('fr', 'Selon la ministre Marie Dupont, le nombre a baissé.', ['Marie Dupont, selon']);
	check('fr', '« Les pompes sont vieilles », a déclaré Marie Dupont.', ['Marie Dupont, a declare']);
	check('fr', 'Marie Dupont estime que oui.', ['Marie Dupont, estime']);
	check('fr', 'Le fleuve, estime-t-on, est haut. Il est arrivé après la pluie, hier.', []);
	check('es', 'Según la policía, bajó el número.', ['policía, segun']);
	check('es', '«Es tarde», dijo Ana Torres.', ['Ana Torres, dijo']);
	check('es', 'Ana Torres negó los hechos.', ['Ana Torres, nego / denied']);
	check('es', 'Ana Torres ha declarado que sí.', ['Ana Torres, ha declarado']);
	check('es', 'El juez vio que Ana Torres negó los hechos. Se dijo mucho.', []);
	check('it', '«È tardi», ha detto Anna Rossi.', ['Anna Rossi, ha detto']);
	check('pt', 'Segundo Ana Souza, é tarde.', ['Ana Souza, segundo']);
	check('de', 'Am Montag sagte Anna Weber, dass es spät ist. „Es ist falsch“, kritisierte Peter Holm.', [
		'Anna Weber, sagte',
		'Peter Holm, kritisierte',
	]);
	check('de', 'Die Gewerkschaft kritisierte Anna Weber. Der Ausschuss fordert Anna Weber zum Rücktritt auf.', []);
	check('de', 'Laut Gesetz ist das verboten, und die Stadt muss es ändern.', ['Gesetz, laut']);
	check('fr', 'L’opposition a accusé Marie Dupont de mentir. Le préfet a rappelé Marie Dupont à l’ordre.', []);
	check('es', 'El sindicato denunció Madrid Central por los despidos.', []);
	check('it', 'Il sindacato accusa Anna Rossi di aver mentito.', []);
	check('it', 'Nel secondo Trattato di Roma si parla di pesca.', []);
	check('it', 'Il porto chiude secondo Anna Rossi.', ['Anna Rossi, secondo']);
	check('pt', 'No segundo Congresso Nacional falou-se de pesca. O sindicato acusou Ana Souza de mentir.', []);
	check('de', '„Wir brauchen Geld“, sagte Anna Behrens am Montag.', ['Anna Behrens, sagte']);
	check('de-CH', 'Laut Anna Behrens fehlt Geld.', ['Anna Behrens, laut']);
	check('de', 'Geschäftsführerin Dr. Birgit Schönfelder sagte: „Alles ist belegt.“', ['Birgit Schönfelder, sagte']);
	check('de', 'Der Abgeordnete Klaus Möller (SPD) behauptete, es fehle Geld.', ['Klaus Möller, behauptete / alleged']);
	check('de', 'Die Verteidigung, vertreten durch Jürgen Weiß, bestritt den Vorsatz.', []);
	check('de', 'Die Tochter von Anna Weber sagte nichts. Wenn Anna Weber sagte, was stimmt, ist es gut.', []);
	check('de', 'Nach Auffassung der Staatsanwaltschaft Köln, die ermittelt, war es geplant.', ['Staatsanwaltschaft Köln, nach auffassung']);
	check('fr', 'Mme Hélène Lefèvre, directrice de l’agence, a déclaré : « Tout va bien. »', ['Hélène Lefèvre, a declare']);
	check('fr', 'L’Agence régionale de santé (ARS) a affirmé que tout allait bien.', ['Agence régionale de santé, a affirme']);
	check('fr', 'La fille de Marie Dupont a déclaré que oui..', []);
	check('es', 'El alcalde, José Peñalver, negó los hechos. La concejala Ana Torres denunció el robo.', [
		'José Peñalver, nego / denied',
		'Ana Torres, denuncio',
	]);
	check('es', 'El síndico mayor, Miguel Torres, afirmó que faltaba dinero.', ['Miguel Torres, afirmo']);
	check('es', 'La hija de Ana Torres negó los hechos. No creo que Ana Torres negó eso.', []);
	check('fr', 'La loi Dupont affirme ce droit. L’hôpital Paul Dupont nie la faute. La commission Dupont annonce un plan.', []);
	check('es', 'El hospital José Torres negó la falta. La ley Torres afirma el derecho. A Ana Torres negó el juez la libertad.', []);
	check('es', 'El tribunal dijo que Ana Torres negó los hechos. El juez dijo a Ana Torres que es tarde.', []);
	check('es', '«Es tarde», dijo la concejala Ana Torres.', ['Ana Torres, dijo']);
	check('it', 'Il giudice ha detto a Anna Rossi che è tardi. La fondazione Anna Rossi nega.', []);
	check('pt', 'O deputado Paulo Souza afirmou que sim. «É tarde», disse a ministra Ana Souza.', [
		'Paulo Souza, afirmou',
		'Ana Souza, disse',
	]);
	check('de', '„Wir haben davon nichts gewusst“, so die Sprecherin Lena Hartwig.', ['Lena Hartwig, so']);
	check('de', 'Das machte so Anna Weber nie. So Anna Weber es will, kommt er.', []);
	check('de', 'Wie das Umweltamt Kiel mitteilte, ist es so. Wie Anna Weber berichtete, fehlt Geld.', [
		'Umweltamt Kiel, mitteilte',
		'Anna Weber, berichtete',
	]);
	check('de', 'Wie Anna Weber mitteilte der Chef nichts.', []);
	check('fr', 'Le maire de Lyon, Grégory Doucet, a reconnu des erreurs.', ['Grégory Doucet, a reconnu']);
	check('fr', 'L’avocat de la famille, Me Antoine Girard, dénonce une enquête bâclée.', ['Antoine Girard, denonce']);
	check('fr', '« Il faut agir vite », a indiqué son directeur, Paul Mercier.', ['Paul Mercier, a indique']);
	check('fr', '« Il faut agir », a indiqué le juge à Lyon, Paul Mercier.', []);
	check('fr', 'La loi de Lyon, Paul Mercier, affirme cela. Selon moi, dans la ville, Paul Mercier, a reconnu.', []);
	check('fr', 'Comme l’a rappelé la préfète Claire Vasseur, les coûts ont doublé.', ["Claire Vasseur, l'a rappele"]);
	check('es', 'El portavoz del Gobierno, Luis Prieto, negó los hechos.', ['Luis Prieto, nego / denied']);
	check('es', 'Como explicó la bióloga Rosa Fuentes, los peces murieron.', ['Rosa Fuentes, explico']);
	check('es', '«Vamos a investigar», dijo el fiscal general, Raúl Campos.', ['Raúl Campos, dijo']);
	check('es', 'De acuerdo con la Fiscalía, el dinero salió. Habló con Ana Torres, ayer.', ['Fiscalía, de acuerdo con']);
	check('it', 'Il presidente della Regione, Carlo Mancini, ha negato tutto.', ['Carlo Mancini, ha negato / denied']);
	check('it', 'Come ha ricordato il giudice Carlo Mancini, le spese crescono.', ['Carlo Mancini, ha ricordato']);
	check('it', 'Per rifiuto si intende qualsiasi sostanza di cui il detentore si disfa, anche altrove.', []);
	check('it', 'Stando a Elena Russo, il rischio era noto. Restando a Elena Russo, no.', ['Elena Russo, stando a']);
	check('it', '«È falso», ha replicato Giulia Conti.', ['Giulia Conti, ha replicato']);
	check('en', 'Selon le ministère de la santé, le nombre a baissé.', []);
});
