import { both, page } from './page.js';

const AGAIN = `<p><a href="/auth/login">${both('Aanmelden', 'Sign in')}</a></p>`;

/** The provider's own form, to which the button belongs by its name. */
export const signOutPage = (form: string): string =>
  page(
    ['Afmelden', 'Sign out'],
    `<p>${both('Je bent bij Perspectief afgemeld. Wil je ook de demonstratie verlaten?', 'You are signed out of Perspectief. Leave the demonstration too?')}</p>
${form}
<p><button type="submit" form="op.logoutForm" name="logout" value="yes" autofocus>Afmelden · sign out</button></p>`,
  );

export const signedOutPage = (): string => page(['Afgemeld', 'Signed out'], AGAIN);

export const failedPage = (): string =>
  page(
    ['Aanmelden is niet gelukt', 'Signing in did not succeed'],
    `<p>${both('Het duurde te lang, of de pagina hoort niet bij deze aanmelding.', 'It took too long, or the page does not belong to this sign-in.')}</p>\n${AGAIN}`,
  );
