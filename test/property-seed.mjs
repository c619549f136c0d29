// A property that fails must fail for everybody: one seed for all, unless PROPERTY_SEED names another (`random` draws one).
import fc from 'fast-check';

const { PROPERTY_SEED: seed = '20261122' } = process.env;
if (seed !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
