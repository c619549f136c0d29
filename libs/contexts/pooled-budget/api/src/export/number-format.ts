import { formatAmount, type Cents } from '@perspectief/kernel';

/** How a sheet wants its numbers: a Dutch one takes a comma before the cents, and so semicolons between cells. */
export interface SheetFormat {
  readonly delimiter: ',' | ';';
  readonly amount: (cents: Cents) => string;
  /** Spreadsheets take text for UTF-8 when it says so. */
  readonly bom: boolean;
}

export const sheetFormats: Readonly<Record<'plain' | 'nl', SheetFormat>> = {
  plain: { delimiter: ',', amount: formatAmount, bom: false },
  nl: { delimiter: ';', amount: (cents) => formatAmount(cents).replace('.', ','), bom: true },
};
export type SheetName = keyof typeof sheetFormats;
