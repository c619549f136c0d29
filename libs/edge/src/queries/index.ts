export { changesFor } from './changes.js';
export { cursorOf, pageInfo, PageInfo } from './page-info.js';
export { plainly } from './plainly.js';
export { mustBeSignedIn } from './signed-in.js';
export { ExportDesk, WhoAsks } from './who-asks.js';
