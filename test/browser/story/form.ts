import type { Locator, Page } from '@playwright/test';
import { expect } from '../trying.js';
import { CAST } from './people.js';
import { sentenceOf, madeBy, type Told } from './story.js';
import { labelOf, ownTitleOf, sendOf, term, titleOf, typedAmount, typedDay } from './words.js';

const AMOUNTS = ['amount', 'claim', 'income', 'protectedAmount', 'perMonth', 'perRequest', 'householdCeiling'];
const DAYS = ['from', 'birthDate', 'until', 'respondBy', 'dueOn', 'targetDate', 'threatensOn', 'on', 'deliveredOn', 'firstDue'];

/** Which group of words a field chooses from. */
const TERMS: Readonly<Record<string, string | ((type: string) => string)>> = {
  scheme: 'scheme', area: 'area', domain: 'law', law: 'law', role: 'role', source: 'source', place: 'place', threat: 'threat', instrument: 'instrument', remainder: 'remainder',
  lifeArea: 'lifeArea', rank: 'rank', treatment: 'treatment', response: 'response', by: 'assessedBy', method: 'method', form: 'form', newArrears: 'yesNo',
  kind: (type) => ({ RegisterDebt: 'debtKind', ReceiveApplication: 'applicationKind', LogTandemContact: 'contact', ReportSetback: 'setback' })[type] ?? type,
  outcome: (type) => (type === 'CompleteAftercare' ? 'ending' : 'decision'),
  from: 'fundingFrom',
  reason: 'suspension',
  evidence: 'evidence',
};

const PICKED = ['coachId', 'expertId', 'who', 'threatId', 'debtId', 'budgetId'];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** A label with or without "(hoeft niet)" behind it. */
const named = (label: string): RegExp => new RegExp(`^${escaped(label)}( \\(.*\\))?\\s*$`);
const beginsWith = (label: string): RegExp => new RegExp(`^${escaped(label)}`);

/** What an option of a `pick` is called on the screen. */
const optionOf = (type: string, field: string, value: unknown): string => {
  if (field === 'coachId' || field === 'expertId' || field === 'who') return CAST[String(value)]?.[1] ?? String(value);
  if (field === 'visibleTo') return term('reader', value);
  if (field === 'threatId') return term('threat', madeBy(value)['threat']);
  if (field === 'debts' || field === 'debtId') return String(madeBy(value)['creditor']);
  if (field === 'goalId') return String(madeBy(value)['wish']);
  const group = TERMS[field];
  return term(typeof group === 'function' ? group(type) : String(group), value);
};

const choose = async (form: Locator, label: string, option: string): Promise<void> => {
  const control = form.getByRole('combobox', { name: named(label) }).or(form.getByRole('group', { name: named(label) })).first();
  if ((await control.evaluate((element) => element.tagName)) === 'SELECT') await control.selectOption({ label: option });
  else await control.getByRole('radio', { name: beginsWith(option) }).or(control.getByRole('checkbox', { name: beginsWith(option) })).first().check({ force: true });
};

/** Asks `fill` for one field of the form as a person would: by its label. */
const fillField = async (form: Locator, type: string, field: string, value: unknown): Promise<void> => {
  const label = labelOf(type, field);
  const type_ = async (text: string) => form.getByLabel(named(label)).first().fill(text);
  if (field === 'scores') {
    for (const { lifeArea, score } of value as { lifeArea: string; score: number }[])
      await form.getByRole('group', { name: named(term('lifeArea', lifeArea)) }).getByRole('radio', { name: String(score), exact: true }).check({ force: true });
  } else if (field === 'split') {
    for (const [law, percentage] of Object.entries(value as Record<string, number>)) await form.getByLabel(named(`${term('law', law)} (%)`)).fill(String(percentage));
  } else if (field === 'tiers') {
    for (const { above } of value as { above: string; approvers: number }[]) await form.getByLabel('2 mensen, boven').fill(typedAmount(above));
  } else if (field === 'checkIns') {
    for (const [index, on] of (value as string[]).entries()) {
      if (index > 0) await form.getByRole('button', { name: 'Nog een dag' }).click();
      await form.getByRole('textbox', { name: `Gesprek ${index + 1}` }).fill(typedDay(on));
    }
  } else if (field === 'conditions') await type_((value as string[]).join('\n'));
  else if (field === 'debts' || field === 'visibleTo' || field === 'evidence') {
    for (const one of value as string[]) await choose(form, label, optionOf(type, field, one));
  } else if (field === 'qualityOfLife' || field === 'wellbeing') await form.getByRole('group', { name: named(label) }).getByRole('radio', { name: String(value), exact: true }).check({ force: true });
  else if (AMOUNTS.includes(field)) await type_(typedAmount(value));
  else if (DAYS.includes(field) && /^\d{4}-/.test(String(value))) await type_(typedDay(value));
  else if (typeof value === 'number') await type_(String(value));
  else if (PICKED.includes(field) || (TERMS[field] && !(field === 'reason' && type !== 'SuspendClock'))) await choose(form, label, field === 'budgetId' ? 'Doorbraakbudget Beijum' : optionOf(type, field, value));
  else await type_(String(value));
};

/** The open form of a command. */
export const formOf = (page: Page, type: string): Locator => page.getByRole('dialog', { name: titleOf(type) }).or(page.getByRole('dialog', { name: ownTitleOf(type) }));

export const fillIn = async (page: Page, type: string, told: Told, without: readonly string[]): Promise<Locator> => {
  const form = formOf(page, type);
  await expect(form).toBeVisible();
  for (const [field, value] of Object.entries(told)) if (!without.includes(field)) await fillField(form, type, field, value);
  return form;
};

/** Sends the open form; it closes when it was accepted. */
export const sendIt = async (page: Page, type: string): Promise<void> => {
  const form = formOf(page, type);
  await form.getByRole('button', { name: sendOf(type), exact: true }).click();
  await expect(form).toHaveCount(0);
};

/** Sends the open form and reads why not; what was typed is thrown away. */
export const refusedWith = async (page: Page, type: string, code: string): Promise<void> => {
  const form = formOf(page, type);
  await form.getByRole('button', { name: sendOf(type), exact: true }).click();
  await expect(form.getByRole('alert')).toContainText(sentenceOf(code));
  await form.getByRole('button', { name: 'Sluiten' }).click();
  await expect(form).toHaveCount(0);
};
