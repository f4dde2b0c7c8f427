// Loaded into the command line before it starts (`--require`): leaves the most memory that the process held in DOSSIER_PEAK_FILE, in bytes.
const fs = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
	process.on('exit', () => fs.writeFileSync(process.env.DOSSIER_PEAK_FILE, String(process.resourceUsage().maxRSS * 1024)));
}
