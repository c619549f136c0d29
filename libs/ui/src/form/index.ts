export * from './controls';
export * from './day';
export * from './day-field';
export * from './field';
