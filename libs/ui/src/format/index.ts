export * from './dates';
export * from './money';
export * from './use-format';
