import type { FileReader } from '@perspectief/access';
import type { PersonalData } from '@perspectief/privacy';
import type { ReaderLog } from '@perspectief/reader-log';
import type { DataSource } from 'typeorm';
import type { Viewers } from './viewers.js';

/** What the desk looks things up in, and tells. */
export interface DeskSources {
  readonly viewers: Viewers;
  readonly files: FileReader;
  readonly database: DataSource;
  readonly personalData: Pick<PersonalData, 'open'>;
  readonly readerLog: Pick<ReaderLog, 'record'>;
  /** Milliseconds that every no takes at least. */
  readonly denialTakes?: number;
}
