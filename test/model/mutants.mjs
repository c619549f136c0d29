/** Sizes at which the fence as it is has been gone through, whole. The last wants some gigabytes and minutes: `npm run model -- --large`. */
export const proofs = [
  { says: 'two transactions, the server dies once', TX: 2, CRASHES: 1 },
  { says: 'two transactions, the server dies twice', TX: 2, CRASHES: 2 },
  { says: 'three transactions, no crash', TX: 3, CRASHES: 0 },
  { says: 'three transactions, the server dies once', TX: 3, CRASHES: 1, onlyLarge: true },
];

const calm = { TX: 2, CRASHES: 0 };
const longer = { TX: 3, CRASHES: 0 };
const withCrash = { TX: 2, CRASHES: 1 };

/** One step taken away, or in the wrong place: Spin must find an order of steps in which an event is lost or out of order. */
export const mutants = [
  { M: 1, says: 'the reader looks at the announcements before the last number', ...longer },
  { M: 2, says: 'the three looks share one snapshot', ...calm },
  { M: 3, says: 'the reader looks at the rows before the announcements', ...calm },
  { M: 4, says: 'an appender announces after it has drawn', ...calm },
  { M: 5, says: 'an appender announces nothing', ...calm },
  { M: 6, says: 'the locks go before the rows are visible', ...calm },
  { M: 7, says: 'a session keeps a second number for later (sequence cache)', ...longer },
  { M: 8, says: 'an announcement above the own number', ...longer },
  { M: 9, says: 'a number is drawn before the stream is locked', ...calm },
  { M: 10, says: 'the lock of the stream goes before the rows are visible', ...calm },
  { M: 11, says: 'the announcement is lost on the way (a savepoint that is rolled back)', ...calm },
  { M: 12, says: 'the cursor is the mark instead of the last row', ...withCrash },
  { M: 13, says: 'the three looks straddle a crash', TX: 3, CRASHES: 1, flags: ['-DREVERSE'] },
  { M: 14, says: 'rows are shown before they are on the disk (synchronous_commit off)', ...withCrash },
];
