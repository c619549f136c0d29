import type { Page } from '@playwright/test';
import { expect } from '../trying.js';
import { fillIn, formOf, refusedWith, sendIt } from './form.js';
import type { People } from './people.js';
import { PLACES, waiting } from './places.js';
import { PREVENTED } from './prevented.js';
import { story, type Step } from './story.js';
import { holdOn, startOver } from './words.js';

/** Ids that a page knows by itself, by command; all others a person chooses or types. */
const CHOSEN: Readonly<Record<string, readonly string[]>> = {
  RequestSpending: ['budgetId'], RecordCreditorResponse: ['debtId'], RequestFreeze: ['threatId'], HoldFirstConversation: ['applicationId'],
};
const IDS = [
  'householdId', 'trajectoryId', 'budgetId', 'memberId', 'applicationId', 'threatId', 'freezeId', 'debtId', 'requestId', 'paymentId', 'storyId', 'tandemId', 'contactId', 'assessmentId', 'goalId',
  'actionId', 'buyOutId', 'number', 'checkInId', 'bottleneckId', 'municipality',
];
const GIVEN: Readonly<Record<string, readonly string[]>> = { CloseYear: ['year'], ConfirmCeilingRaise: ['amount'] };

const without = (type: string): readonly string[] => [...IDS.filter((id) => !CHOSEN[type]?.includes(id)), ...(GIVEN[type] ?? [])];

/** A step that another window was ready for when this one still could: the form of the later step is opened before the earlier is sent. */
const RACES: Readonly<Record<number, number>> = { 20: 21, 106: 111, 159: 160 };

/** The other window hears that the very thing changed, and says it above the form. */
const HEARD: readonly number[] = [111];

const opened = async (people: Pick<People, 'of'>, step: Step): Promise<Page> => {
  const place = PLACES[step.do];
  if (!place) throw new Error(`nobody knows where to find ${step.do}`);
  return place(people, step);
};

const approve = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Keur goed', exact: true }).click();
  await page.getByRole('button', { name: 'Ja, keur goed' }).click();
};

/** Walks steps of the story through the screens. */
export class Walk {
  private readonly ready = new Map<number, Page>();
  /** Forms in which something refused still stands, by person and command. */
  private readonly drafts = new Set<string>();

  /** Without `races` everybody has one window, and no step is refused for coming second. */
  constructor(private readonly people: People, private readonly races = true) {}

  /** Step `n` of the story, from 1. Throws with the number and the name of the step. */
  async step(n: number): Promise<void> {
    await this.take(n).catch((error: unknown) => {
      throw new Error(`step ${n}, ${story.steps[n - 1]?.do ?? 'time passes'}: ${String(error)}`);
    });
  }

  private async take(n: number): Promise<void> {
    const step = story.steps[n - 1];
    if (!step) throw new Error(`there is no step ${n}`);
    await this.people.at(step.on);
    if (step.clock) return;
    const race = this.races ? RACES[n] : undefined;
    if (race !== undefined) await this.prepare(race);
    const prevented = PREVENTED[n];
    if (prevented) return prevented(this.people, step);
    const window = this.ready.get(n);
    if (window) return this.late(window, step, HEARD.includes(n));
    if (step.do === 'ApproveSpending') return this.approve(step);
    const page = await opened(this.people, step);
    const draft = `${step.as} ${step.do}`;
    if (this.drafts.delete(draft)) await formOf(page, step.do).getByRole('button', { name: startOver }).click();
    const typed = Object.keys(step.with).some((field) => !without(step.do).includes(field));
    if (step.refused && typed) this.drafts.add(draft);
    await fillIn(page, step.do, step.with, without(step.do));
    await (step.refused ? refusedWith(page, step.do, step.refused) : sendIt(page, step.do));
  }

  private async approve({ as, with: told }: Step): Promise<void> {
    const page = await waiting(this.people, as, told['requestId']);
    await approve(page);
    await expect(page.getByText(/^(Jij gaf al akkoord\.|Goedgekeurd op)/)).toBeVisible();
  }

  /** Opens the form of a later step in a window that does not know yet what happens first. */
  private async prepare(n: number): Promise<void> {
    const step = story.steps[n - 1] as Step;
    const window = await this.people.secondWindow(step.as);
    await opened({ of: () => Promise.resolve(window) }, step);
    await fillIn(window, step.do, step.with, without(step.do));
    this.ready.set(n, window);
  }

  private async late(window: Page, { do: type, refused }: Step, heard: boolean): Promise<void> {
    if (heard) await formOf(window, type).getByRole('button', { name: holdOn }).click();
    await refusedWith(window, type, String(refused));
    await window.close();
  }
}
