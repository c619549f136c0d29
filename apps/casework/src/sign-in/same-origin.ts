import type { IncomingHttpHeaders } from 'node:http';

const CHANGES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

const originOf = (url: string): string => new URL(url).origin;

/**
 * Whether a browser sent this from one of our own pages. Every browser of the last years says so itself; an older one sends
 * the origin with all that could change something.
 */
export const isFromOwnPage = ({ 'sec-fetch-site': site, origin, host }: IncomingHttpHeaders, publicUrl: string): boolean => {
  if (site !== undefined) return site === 'same-origin';
  if (origin === undefined) return false;
  // On this machine the same service has three names: 127.0.0.1, ::1 and localhost.
  return origin === originOf(publicUrl) || (publicUrl.startsWith('http:') && origin === `http://${host ?? ''}`);
};

const isJson = (contentType: string | undefined): boolean => /^application\/json\s*(;|$)/i.test(contentType ?? '');

/** A cookie goes along with whatever page asks: what could change something must come from our own page, as JSON. */
export const isForged = (method: string, headers: IncomingHttpHeaders, publicUrl: string): boolean => {
  if (headers.upgrade !== undefined) return !isFromOwnPage(headers, publicUrl);
  return CHANGES.has(method) && !(isJson(headers['content-type']) && isFromOwnPage(headers, publicUrl));
};
