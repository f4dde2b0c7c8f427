// `npm run bench`: what the editor feels while documents are indexed (bench/editor.mjs). `npm run bench -- search`: the search beside its peers
// (bench/search.mjs).
import { ensureDependencies } from './setup/dependencies.mjs';

const args = process.argv.slice(2);
await ensureDependencies();
if (args[0] === 'search') {
	const { benchSearch } = await import('./bench/search.mjs');
	await benchSearch(args.slice(1));
} else {
	const { benchEditor } = await import('./bench/editor.mjs');
	await benchEditor(args);
}
