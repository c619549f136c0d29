import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** A disk in memory: a server does all that it does on another, and how long disks take is for the benchmarks. */
const IN_MEMORY = '/dev/shm';
/** Bytes that must be free there. */
const ROOM = 4 * 2 ** 30;

/** Folder for what is thrown away: in memory where there is room, or else where the machine keeps such things. */
export const quickDisk = () => {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize >= ROOM ? IN_MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
};
