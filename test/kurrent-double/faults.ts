/** What can go wrong with the next write. 'drop' cuts the wire; 'silent' says nothing; the rest is answered as the server answers it. */
export type WriteFault =
  | 'drop-before-commit' | 'drop-after-commit' | 'silent-before-commit' | 'silent-after-commit'
  | 'unavailable' | 'aborted-before-commit' | 'aborted-after-commit';

export const commits = (fault: WriteFault | undefined): boolean => fault === undefined || fault.endsWith('after-commit');

/** Faults in the order in which they will happen; without one all goes well. */
export class Faults {
  /** Milliseconds before each message of a read. */
  slowness = 0;
  /** Events that a new subscription is sent once more. */
  repeats = 0;
  /** A checkpoint is the end of the event that was looked at last, where the next page begins, and not its beginning: its two halves differ. */
  checkpointsBetween = false;
  private writes: WriteFault[] = [];
  private failingReads = 0;
  private earlyEnds = 0;

  failWrites(...faults: readonly WriteFault[]): void {
    this.writes.push(...faults);
  }

  failReads(amount: number): void {
    this.failingReads += amount;
  }

  /** Reads of all that end before all that was asked for is sent, though there is more. */
  endReadsEarly(amount: number): void {
    this.earlyEnds += amount;
  }

  nextReadEndsEarly(): boolean {
    if (this.earlyEnds === 0) return false;
    this.earlyEnds -= 1;
    return true;
  }

  nextWrite(): WriteFault | undefined {
    return this.writes.shift();
  }

  nextReadFails(): boolean {
    if (this.failingReads === 0) return false;
    this.failingReads -= 1;
    return true;
  }

  clear(): void {
    [this.writes, this.failingReads, this.earlyEnds, this.slowness, this.repeats, this.checkpointsBetween] = [[], 0, 0, 0, 0, false];
  }
}
