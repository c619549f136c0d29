import 'i18next';

// Keys are plain text to the compiler; the words test finds keys that are missing, unused or in one language only.
declare module 'i18next' {
  interface CustomTypeOptions {
    returnNull: false;
  }
}
