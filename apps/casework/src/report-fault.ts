import { complain } from '@perspectief/assembly/reading';
import { isSignInRefusal } from '@perspectief/sign-in';

const THE_ASKERS: ReadonlySet<string> = new Set(['BAD_USER_INPUT', 'FORBIDDEN', 'NOT_FOUND']);

/** What a user sent wrong is told to the user; what went wrong here is for whoever keeps the platform running. */
export const reportFault = (code: string, cause: unknown): void => {
  if (!THE_ASKERS.has(code) && !isSignInRefusal(code)) complain(`a request ended in ${code}`, cause);
};
