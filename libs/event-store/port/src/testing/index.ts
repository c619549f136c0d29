export { eventStoreContract, type StoreUnderTest } from './contract.js';
export { aRequest, anEvent, aStream, type RequestParts } from './samples.js';
export { collect } from './collect.js';
