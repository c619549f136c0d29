import { BadRequestException, Controller, Get, Header, Headers, NotFoundException, Param, Query, UnauthorizedException } from '@nestjs/common';
import { ExportDesk, sentenceOf, WhoAsks, wireSentences, type WireCode } from '@perspectief/edge';
import { isUuid, parseBusinessDate, type Actor, type BusinessDate } from '@perspectief/kernel';
import { PooledBudgets } from '@perspectief/pooled-budget-read';
import { ledgerCsv, yearStatementCsv } from './budget-csv.js';
import { sheetFormats, type SheetName } from './number-format.js';

const CSV = 'text/csv; charset=utf-8';
const YEAR = /^\d{4}$/;

const told = (code: WireCode): object => ({ code, sentence: wireSentences[code] });

const yearAsked = (year: string | undefined): number => {
  if (year === undefined || !YEAR.test(year)) throw new BadRequestException(told('BAD_USER_INPUT'));
  return Number(year);
};

const formatAsked = (format: string | undefined): SheetName => {
  if (format === undefined) return 'plain';
  if (!Object.hasOwn(sheetFormats, format)) throw new BadRequestException(told('BAD_USER_INPUT'));
  return format as SheetName;
};

/** The day that the accounts are asked for; without one, now. */
const dayAsked = (asOf: string | undefined): BusinessDate | undefined => {
  const day = parseBusinessDate(asOf);
  if (asOf !== undefined && day === undefined) throw new BadRequestException(told('BAD_USER_INPUT'));
  return day;
};

const found = <T>(answer: T | undefined): T => {
  if (answer === undefined) throw new NotFoundException(told('NOT_FOUND'));
  return answer;
};

/** The accounts of a pot as files that a controller opens in a spreadsheet. */
@Controller('budgets')
export class BudgetExportController {
  constructor(
    private readonly budgets: PooledBudgets,
    private readonly who: WhoAsks,
    private readonly desk: ExportDesk,
  ) {}

  @Get(':id/year-statement.csv')
  @Header('content-type', CSV)
  @Header('content-disposition', 'attachment; filename="year-statement.csv"')
  async yearStatement(
    @Param('id') id: string,
    @Headers() headers: Record<string, unknown>,
    @Query('year') year?: string,
    @Query('format') format?: string,
    @Query('asOf') asOf?: string,
  ): Promise<string> {
    const { actor, budgetId } = await this.admitted(id, headers);
    const [name, asked, day] = [formatAsked(format), yearAsked(year), dayAsked(asOf)];
    const statement = () => this.budgets.yearStatement(budgetId, asked, { asOf: day });
    return yearStatementCsv(found(await this.desk.export('year-statement.csv', { budgetId, asOf: day }, actor, statement)), name);
  }

  @Get(':id/ledger.csv')
  @Header('content-type', CSV)
  @Header('content-disposition', 'attachment; filename="ledger.csv"')
  async ledger(
    @Param('id') id: string,
    @Headers() headers: Record<string, unknown>,
    @Query('year') year?: string,
    @Query('format') format?: string,
    @Query('asOf') asOf?: string,
  ): Promise<string> {
    const { actor, budgetId } = await this.admitted(id, headers);
    const [name, asked, day] = [formatAsked(format), year === undefined ? undefined : yearAsked(year), dayAsked(asOf)];
    const ledger = () => this.budgets.ledger(budgetId, asked, { asOf: day });
    return ledgerCsv(found(await this.desk.export('ledger.csv', { budgetId, asOf: day }, actor, ledger)), name);
  }

  private async admitted(id: string, headers: Record<string, unknown>): Promise<{ readonly actor: Actor; readonly budgetId: string }> {
    const actor = await this.who.fromHeaders(headers);
    if (!actor) throw new UnauthorizedException({ code: 'NOT_SIGNED_IN', sentence: sentenceOf({ code: 'NOT_SIGNED_IN' }) });
    if (!isUuid(id)) throw new NotFoundException(told('NOT_FOUND'));
    return { actor, budgetId: id };
  }
}
