import fc from 'fast-check';

// The same inputs in each run, so that CI says of a change what it did; `DOSSIER_WHOLE=1` tries others each time, and prints the seed of what fails.
if (process.env.DOSSIER_WHOLE !== '1') {
	fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_122 });
}

export { fc };
