export * from './save-state';
export * from './states';
export * from './toasts';
