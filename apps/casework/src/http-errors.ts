import type { FastifyError } from 'fastify';

export interface Told {
  readonly code: string;
  readonly sentence: { readonly nl: string; readonly en: string };
}

const TOO_LARGE: Told = {
  code: 'BODY_TOO_LARGE',
  sentence: { nl: 'Wat je stuurt is te groot. Maak het korter.', en: 'What you send is too large. Make it shorter.' },
};
const NOT_JSON: Told = {
  code: 'NOT_JSON',
  sentence: { nl: 'Wat je stuurt is geen geldige JSON.', en: 'What you send is not valid JSON.' },
};
export const WRONG_REQUEST: Told = {
  code: 'BAD_REQUEST',
  sentence: { nl: 'Deze vraag kan het systeem niet lezen.', en: 'The system cannot read this request.' },
};
export const TOO_MANY: Told = {
  code: 'TOO_MANY_REQUESTS',
  sentence: { nl: 'Je vraagt te veel in korte tijd. Wacht even en probeer het opnieuw.', en: 'You ask too much in a short time. Wait a moment and try again.' },
};
export const POST_ONLY: Told = {
  code: 'METHOD_NOT_ALLOWED',
  sentence: { nl: 'Stel vragen met POST, niet in het adres.', en: 'Ask with POST, not in the address.' },
};
const NOT_THERE: Told = {
  code: 'NOT_FOUND',
  sentence: { nl: 'Deze pagina bestaat niet. Controleer het adres.', en: 'There is no such page. Check the address.' },
};
export const TOO_SLOW: Told = {
  code: 'UNAVAILABLE',
  sentence: { nl: 'Het antwoord duurt te lang. Probeer het over een paar minuten opnieuw.', en: 'The answer takes too long. Try again in a few minutes.' },
};
export const BUSY: Told = {
  code: 'BUSY',
  sentence: { nl: 'Het is nu te druk. Er is niets opgeslagen. Probeer het zo opnieuw.', en: 'It is too busy now. Nothing was stored. Try again in a moment.' },
};
const NOT_ALLOWED: Told = {
  code: 'FORBIDDEN',
  sentence: { nl: 'Je mag dit niet zien of doen. Vraag het aan je teamleider.', en: 'You may not see or do this. Ask your team leader.' },
};
const BROKEN: Told = {
  code: 'INTERNAL',
  sentence: { nl: 'Er ging iets mis. Er is niets opgeslagen. Probeer het later opnieuw.', en: 'Something went wrong. Nothing was stored. Try again later.' },
};

const byStatus: Readonly<Record<number, Told>> = { 403: NOT_ALLOWED, 404: NOT_THERE, 405: POST_ONLY, 413: TOO_LARGE, 429: TOO_MANY, 503: TOO_SLOW };

/** What a status says when nothing more is known. */
export const toldOf = (status: number): Told => byStatus[status] ?? (status < 500 ? WRONG_REQUEST : BROKEN);

/** Fastify's own names of what it refuses. */
const byCode: Readonly<Record<string, Told>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: TOO_LARGE,
  FST_ERR_CTP_INVALID_JSON_BODY: NOT_JSON,
  FST_ERR_CTP_EMPTY_JSON_BODY: NOT_JSON,
};

/** What goes wrong before GraphQL is reached, told the same way: a code and a sentence, never what was sent. */
export const beforeGraphql = (error: FastifyError): { readonly status: number; readonly told: Told } | undefined => {
  const told = byCode[error.code] ?? (error instanceof SyntaxError ? NOT_JSON : undefined);
  if (told) return { status: error.statusCode ?? 400, told };
  return error.code?.startsWith('FST_ERR_CTP') ? { status: error.statusCode ?? 400, told: WRONG_REQUEST } : undefined;
};
