const BASE = 'http://here.invalid';

/** A path of this service to return to after signing in; anything that could lead elsewhere becomes the front page. */
export const localPath = (path: unknown): string => {
  if (typeof path !== 'string' || path.length > 2_000 || !path.startsWith('/')) return '/';
  // Browsers read a backslash as a slash and skip control characters: `/\evil` and `/<tab>/evil` lead elsewhere.
  if (/^\/[/\\]/.test(path) || /[\\\p{Cc}]/u.test(path)) return '/';
  const url = new URL(path, BASE);
  if (url.origin !== BASE || url.pathname.startsWith('//')) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
};
