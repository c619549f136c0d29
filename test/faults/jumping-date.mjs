// Imported first: everything in this process then reads a clock that can jump. Timers go on as they were.
const Real = Date;
let ahead = 0;

class JumpingDate extends Real {
  constructor(...args) {
    if (args.length > 0) super(...args);
    else super(Real.now() + ahead);
  }
  static now() {
    return Real.now() + ahead;
  }
}
globalThis.Date = JumpingDate;

let start = 0;

/** The clock stands at this moment now, and goes on from there. */
export const standAt = (instant) => {
  start = ahead = Real.parse(instant) - Real.now();
};

/** Milliseconds from where the clock would be without any jump; back when negative. */
export const jump = (ms) => {
  ahead = start + ms;
};
