import { createHash } from 'node:crypto';

const STYLE = `
:root { color-scheme: light; font: 1.0625rem/1.5 system-ui, sans-serif; color: #1b2733; background: #f4f6f8 }
body { margin: 0 } main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 3rem }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .5rem } h2 { font-size: 1.2rem; margin: 2rem 0 .25rem }
[lang=en] { color: #4a5866 } .note { border-left: .35rem solid #b45309; background: #fff; padding: .75rem 1rem; margin: 1rem 0 }
form.search { display: flex; flex-wrap: wrap; gap: 1rem; align-items: end; background: #fff; padding: 1rem }
form.search div { min-width: 0; max-width: 100% } nav a { display: inline-block; padding: .5rem .75rem .5rem 0; color: #0b5394 }
label { display: block; font-weight: 600 } input, select, button { font: inherit; min-height: 2.75rem; box-sizing: border-box }
input, select { border: 1px solid #5b6b7b; border-radius: .25rem; padding: .25rem .5rem; background: #fff; color: inherit; max-width: 100% }
button { border: 1px solid #0b5394; border-radius: .25rem; background: #0b5394; color: #fff; padding: .25rem 1rem; cursor: pointer }
ul { list-style: none; margin: .5rem 0; padding: 0; display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)) }
li button { width: 100%; text-align: left; background: #fff; color: #0b5394 } li button small { display: block; color: #4a5866 }
button:hover { text-decoration: underline } :focus-visible { outline: 3px solid #1b2733; outline-offset: 2px }
`;

const HASH = createHash('sha256').update(STYLE).digest('base64');

/** Its own style and its own forms: nothing else is loaded, run or framed. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

/** Dutch first, English beside it. */
export const both = (nl: string, en: string): string => `${escaped(nl)} <span lang="en">· ${escaped(en)}</span>`;

export const page = (title: readonly [nl: string, en: string], body: string): string => `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title[0])} · Perspectief (demo)</title>
<style>${STYLE}</style>
</head>
<body><main>
<h1>${both(...title)}</h1>
${body}
</main></body>
</html>
`;
