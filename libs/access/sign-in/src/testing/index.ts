export { testIssuer, type TestIssuer, type TokenChanges } from './test-issuer.js';
