// `npm test`: sets up what is missing, then every check there is, and ends with `N passed, N failed`. `npm test -- STEP…` runs only some.
// Until the set-up is done only Node's own modules may be imported.
import { ensureDependencies } from './setup/dependencies.mjs';

const started = Date.now();
try {
	await ensureDependencies();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	console.log('0 passed, 1 failed');
	process.exit(1);
}
const { steps } = await import('./test/steps.mjs');

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
	console.error(`No such step: ${unknown.join(', ')}. There are: ${steps.map((step) => step.name).join(', ')}`);
	process.exit(2);
}

let passed = 0;
let failed = 0;
const failures = [];
for (const step of steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
	const stepStarted = Date.now();
	console.log(`\n=== ${step.title}`);
	let counts;
	try {
		counts = await step.run();
	} catch (error) {
		const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
		counts = { passed: 0, failed: 1, failures: [{ title: 'could not run', message }] };
	}
	passed += counts.passed;
	failed += counts.failed;
	failures.push(...counts.failures.map((failure) => ({ ...failure, step: step.name })));
	console.log(`--- ${step.name}: ${counts.passed} passed, ${counts.failed} failed (${((Date.now() - stepStarted) / 1000).toFixed(1)} s)`);
}

if (failures.length > 0) {
	console.log('\nFailures:');
	for (const { step, title, message } of failures) {
		console.log(`  [${step}] ${title}\n      ${message.trim().split('\n').slice(0, 12).join('\n      ')}`);
	}
}
console.log(`\nTook ${((Date.now() - started) / 1000).toFixed(0)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
