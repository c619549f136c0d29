export { changesFor } from './changes.js';
export { cursorOf, pageInfo, PageInfo } from './page-info.js';
export { mustBeSignedIn } from './signed-in.js';
export { WhoAsks } from './who-asks.js';
