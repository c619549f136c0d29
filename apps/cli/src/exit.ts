/** What a script may trust. */
export const exitCodes = {
  ok: 0,
  /** A false check, an unexpected answer, or an id that is not there. */
  no: 1,
  /** Wrong usage, or input that cannot be read. */
  usage: 2,
  /** The database cannot be started or reached. */
  database: 3,
  /** Ctrl-C, as shells have it. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export const exitCodesHelp = [
  'Exit codes:',
  '  0  all is well',
  '  1  a check was false, an answer was not the expected one, or the id is not there',
  '  2  wrong usage, or input that cannot be read',
  '  3  the database could not be started or reached',
].join('\n');

/** Ends the program with one sentence for the person at the keyboard and a code for the script. */
export class Ending extends Error {
  constructor(
    readonly code: ExitCode,
    sentence: string,
  ) {
    super(sentence);
    this.name = 'Ending';
  }
}
