/** Why somebody is not let in. A code never changes its meaning. */
export const signInRefusals = [
  'NOT_SIGNED_IN',
  'TOKEN_EXPIRED',
  'TOKEN_INVALID',
  'ROLE_MISSING',
  'PERSON_UNKNOWN',
  'SIGN_IN_FAILED',
  'CROSS_SITE_REQUEST',
] as const;
export type SignInRefusal = (typeof signInRefusals)[number];

/** As an HTTP body: the code for the program, the sentence for the person. */
export interface ToldRefusal {
  readonly code: SignInRefusal;
  readonly sentence: { readonly nl: string; readonly en: string };
}

const sentences: Readonly<Record<SignInRefusal, ToldRefusal['sentence']>> = {
  NOT_SIGNED_IN: {
    nl: 'Je bent niet aangemeld. Meld je aan en probeer het opnieuw.',
    en: 'You are not signed in. Sign in and try again.',
  },
  TOKEN_EXPIRED: {
    nl: 'Je aanmelding is verlopen. Meld je opnieuw aan.',
    en: 'Your sign-in has expired. Sign in again.',
  },
  TOKEN_INVALID: {
    nl: 'Deze aanmelding is niet geldig voor Perspectief. Meld u opnieuw aan.',
    en: 'This sign-in is not valid for Perspectief. Sign in again.',
  },
  ROLE_MISSING: {
    nl: 'Je aanmelding geeft je niet de rol waarmee je hier bekend bent. Vraag het aan je beheerder.',
    en: 'Your sign-in does not give you the role that you are known by here. Ask your administrator.',
  },
  PERSON_UNKNOWN: {
    nl: 'Je bent aangemeld, maar hier niet bekend. Vraag je beheerder om je toe te voegen.',
    en: 'You are signed in, but not known here. Ask your administrator to add you.',
  },
  SIGN_IN_FAILED: {
    nl: 'Het aanmelden is niet gelukt of duurde te lang. Probeer het opnieuw.',
    en: 'Signing in did not succeed or took too long. Try again.',
  },
  CROSS_SITE_REQUEST: {
    nl: 'Dit verzoek kwam niet van een pagina van Perspectief zelf. Er is niets gedaan.',
    en: 'This request did not come from a page of Perspectief itself. Nothing was done.',
  },
};

const FORBIDDEN: ReadonlySet<SignInRefusal> = new Set(['ROLE_MISSING', 'PERSON_UNKNOWN', 'CROSS_SITE_REQUEST']);

export const told = (code: SignInRefusal): ToldRefusal => ({ code, sentence: sentences[code] });

/** 401 where signing in (again) helps, 403 where it does not. */
export const statusOf = (code: SignInRefusal): 401 | 403 => (FORBIDDEN.has(code) ? 403 : 401);

export const isSignInRefusal = (code: unknown): code is SignInRefusal => (signInRefusals as readonly unknown[]).includes(code);
