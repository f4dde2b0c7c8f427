/**
 * All that a page keeps, an entry each: a window in a browser has what it remembers of workspaces and of extensions there, a window of its own has it on disk.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<readonly string[]>}
 */
export function readPageMemory(page) {
	return page.evaluate(async () => {
		/**
		 * @template T
		 * @param {IDBRequest<T>} request
		 * @returns {Promise<T>}
		 */
		const done = (request) =>
			new Promise((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		const entries = Object.entries(localStorage).map(([key, value]) => `${key}: ${value}`);
		for (const { name = '' } of await indexedDB.databases()) {
			const database = await done(indexedDB.open(name));
			for (const store of database.objectStoreNames) {
				const objects = database.transaction(store).objectStore(store);
				const [keys, values] = await Promise.all([done(objects.getAllKeys()), done(objects.getAll())]);
				entries.push(...keys.map((key, index) => `${name} ${store} ${String(key)}: ${JSON.stringify(values[index])}`));
			}
			database.close();
		}
		return entries;
	});
}
