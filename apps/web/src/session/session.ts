export const ROLES = [
  'neighbourhood-coach', 'debt-counsellor', 'experience-expert', 'budget-holder', 'household-member', 'evaluator', 'microdata-evaluator', 'administrator', 'privacy-officer',
] as const;
export type Role = (typeof ROLES)[number];

/** Who is signed in here, as the platform says. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly area?: string | null;
  readonly team?: string | null;
}

export type Session =
  | { readonly phase: 'signed-out' }
  | { readonly phase: 'unreachable' }
  | { readonly phase: 'signed-in'; readonly person: Person; readonly expiresAt: string };

/** Asks the platform who this browser is. Never throws. */
export const askSession = async (): Promise<Session> => {
  try {
    const answer = await fetch('/auth/who', { headers: { accept: 'application/json' } });
    if (answer.status === 403) return { phase: 'signed-out' };
    if (!answer.ok) return { phase: 'unreachable' };
    const { person, expiresAt } = (await answer.json()) as { person: Person | null; expiresAt: string };
    return person ? { phase: 'signed-in', person, expiresAt } : { phase: 'signed-out' };
  } catch {
    return { phase: 'unreachable' };
  }
};

/** Leaves for the sign-in page; comes back to this one. */
export const signIn = (returnTo = `${location.pathname}${location.search}`): void =>
  location.assign(`/auth/login?returnTo=${encodeURIComponent(returnTo)}`);

/** Ends the session; answers where to go on, if the provider wants to end its own as well. */
export const endSession = async (): Promise<string | undefined> => {
  const answer = await fetch('/auth/logout', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  const { continueAt } = (await answer.json()) as { continueAt?: string | null };
  return continueAt ?? undefined;
};
