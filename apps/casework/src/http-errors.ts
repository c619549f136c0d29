import type { FastifyError } from 'fastify';

interface Told {
  readonly code: string;
  readonly sentence: { readonly nl: string; readonly en: string };
}

const TOO_LARGE: Told = {
  code: 'BODY_TOO_LARGE',
  sentence: { nl: 'Wat u stuurt is te groot. Maak het korter.', en: 'What you send is too large. Make it shorter.' },
};
const NOT_JSON: Told = {
  code: 'NOT_JSON',
  sentence: { nl: 'Wat u stuurt is geen geldige JSON.', en: 'What you send is not valid JSON.' },
};
const WRONG_REQUEST: Told = {
  code: 'BAD_REQUEST',
  sentence: { nl: 'Deze vraag kan het systeem niet lezen.', en: 'The system cannot read this request.' },
};

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
