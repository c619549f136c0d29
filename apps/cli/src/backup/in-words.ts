import { tableOf } from '../terminal/table.js';
import type { Manifest } from './manifest.js';

export const inWords = ({ takenAt, log, tables }: Manifest): string =>
  tableOf(
    ['taken', 'events', 'streams', 'receipts', 'tables', 'head', 'order'],
    [[takenAt, `${log.events}`, `${log.streams}`, `${log.receipts}`, `${tables.length}`, log.head ?? 'none', log.order.slice(0, 16)]],
  );
