export { isKurrentUrl, readAddress, type KurrentAddress } from './address.js';
export { KurrentLogCopy } from './copying.js';
export { BadAddress, TooLarge } from './errors.js';
export { KurrentEventStore, type KurrentOptions } from './kurrent-event-store.js';
export { migrateLedger } from './ledger/migrate-ledger.js';
export { APPEND_LIMIT, EVENT_LIMIT } from './sizes.js';
