export { testServers, throwAwayDatabase, type TestServer, type ThrowAwayDatabase } from './throw-away.js';
