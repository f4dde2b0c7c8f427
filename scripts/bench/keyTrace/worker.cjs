// Stands in for the library's worker, with its messages noted, and starts it.
const { parentPort, workerData } = require('node:worker_threads');
const { startWriting, watchPort } = require('./notes.cjs');

startWriting('worker');
watchPort(parentPort);
require(workerData.script);
