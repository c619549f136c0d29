// What can be asked before it is known that the log is there: nothing of the client is loaded for it.
export { isKurrentUrl } from './address.js';
export { migrateLedger } from './ledger/migrate-ledger.js';
