export * from './menu';
export * from './overlay';
