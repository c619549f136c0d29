import { parentPort, workerData } from 'node:worker_threads';
import { tellParts, type Order } from './tell-parts.js';

/** Tells the cases of some parts on a thread of its own, and answers what they came to. */
parentPort?.postMessage(tellParts(workerData as Order));
