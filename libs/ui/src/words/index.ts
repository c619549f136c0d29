import en from './en.json';
import nl from './nl.json';

/** The words of the components themselves: namespace `ui` of the application's dictionary. */
export const uiWords = { nl, en };
