import { wireError, type SessionClaim } from '@perspectief/edge';
import type { Entry } from '@perspectief/sign-in';
import { signInError } from './told.js';

/** `ask`: who this is, by the database. */
export const sessionClaim = (session: string, ask: () => Promise<Entry>): SessionClaim => ({
  session,
  proven: false,
  async prove() {
    const entry = await ask().catch((error: unknown) => {
      throw wireError('UNAVAILABLE', error);
    });
    if ('refused' in entry) throw signInError(entry.refused);
    this.proven = true;
  },
});
