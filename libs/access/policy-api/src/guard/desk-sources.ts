import type { FileReader } from '@perspectief/access';
import type { KeyHolder } from '@perspectief/kernel';
import type { PersonalData } from '@perspectief/privacy';
import type { ReaderLog } from '@perspectief/reader-log';
import type { DataSource } from 'typeorm';
import type { Arguments } from './subjects.js';
import type { Viewers } from './viewers.js';

/** What the desk looks things up in, and tells. */
export interface DeskSources {
  readonly viewers: Viewers;
  readonly files: FileReader;
  readonly database: DataSource;
  readonly personalData: Pick<PersonalData, 'open'>;
  /** What they opened is kept no longer than they are. */
  readonly keys: Pick<KeyHolder, 'onDestroyed' | 'heldUntil'>;
  readonly readerLog: Pick<ReaderLog, 'record'>;
  /** How many characters of answers are kept opened, at most; 0: none. Without it, four million. */
  readonly mostKept?: number | undefined;
  /** Begins to read what a command will be decided on, while it is let in. */
  readonly readAhead?: (command: string, input: Arguments) => void;
  /** Milliseconds that every no takes at least, so that its time tells nothing. */
  readonly denialTakes?: number | undefined;
}
