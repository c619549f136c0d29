import type { ToldRefusal } from '@perspectief/sign-in';

/** For a browser that comes back without being let in: says why, and leads on. Everything in it is ours. */
export const refusedPage = ({ code, sentence }: Pick<ToldRefusal, 'sentence'> & { readonly code: string }): string => `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Aanmelden · Perspectief</title></head>
<body>
<main>
<h1>Aanmelden</h1>
<p>${sentence.nl}</p>
<p lang="en">${sentence.en}</p>
<p><a href="/auth/login">Opnieuw aanmelden <span lang="en">(sign in again)</span></a></p>
<p>Code: ${code}</p>
</main>
</body>
</html>
`;

/** Nothing may be loaded by that page, and nothing may frame it. */
export const PAGE_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
