import type { Table } from '../tables/column.js';
import { tables } from '../tables/tables.js';

/** Several cases may tell of one object: these rows are laid aside, and become one each when all cases are told. */
export const objectOfCase = { ...tables.objects, name: 'object_of_case', key: [] } satisfies Table;

/** The table in which rows of a data set are laid while cases are told. */
export const stagedTable = (table: Table): Table => (table === tables.objects ? objectOfCase : table);
