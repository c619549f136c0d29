import { expect } from '../trying.js';
import { fillIn, formOf } from './form.js';
import type { People } from './people.js';
import { household, PLACES } from './places.js';
import type { Step } from './story.js';
import { sendOf, term, wrongBsn } from './words.js';

type Prevented = (people: People, step: Step) => Promise<void>;

/** Refusals that a person does not come to: the screen says it while he types, or does not offer what cannot be. By step. */
export const PREVENTED: Readonly<Record<number, Prevented>> = {
  // INVALID_BSN
  19: async (people, step) => {
    const page = await (PLACES['AddMember'] as (typeof PLACES)[string])(people, step);
    const form = await fillIn(page, step.do, step.with, ['householdId', 'memberId']);
    await form.getByRole('button', { name: sendOf(step.do), exact: true }).click();
    await expect(form.getByText(wrongBsn)).toBeVisible();
    await form.getByRole('button', { name: 'Sluiten' }).click();
  },
  // YEAR_NOT_OVER
  32: async (people, step) => {
    const page = await people.of(step.as);
    await page.getByRole('main').getByRole('button', { name: 'Meer', exact: true }).click();
    await expect(page.getByRole('menuitem', { name: 'Sluit 2023' })).toBeVisible();
    await expect(page.getByRole('menuitem', { name: 'Sluit 2024' })).toHaveCount(0);
    await page.keyboard.press('Escape');
  },
  // OWN_REQUEST
  35: async (people, step) => {
    const page = await household(people, step.as, 'Overzicht');
    await expect(page.getByRole('button', { name: 'Keur goed' })).toHaveCount(0);
  },
  // SAME_APPROVER
  37: async (people, step) => {
    const page = await people.of(step.as);
    await expect(page.getByText('Jij gaf al akkoord.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Keur goed' })).toHaveCount(0);
  },
  // NOT_APPROVED
  38: async (people, step) => {
    const page = await people.of(step.as);
    await expect(page.getByText('Nog één andere budgethouder moet kijken.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Leg een betaling vast' })).toHaveCount(0);
  },
  // SCORE_OUT_OF_RANGE
  66: async (people, step) => {
    const page = await (PLACES['AssessLifeAreas'] as (typeof PLACES)[string])(people, step);
    const form = formOf(page, step.do);
    await expect(form.getByRole('group', { name: term('lifeArea', 'finances') }).getByRole('radio')).toHaveCount(5);
    await form.getByRole('button', { name: 'Sluiten' }).click();
  },
  // NOT_ALL_AGREED
  100: async (people, step) => {
    const page = await household(people, step.as, 'Schulden');
    await expect(page.getByText(/4 van 5 schuldeisers akkoord/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Vraag het geld aan' })).toHaveCount(0);
  },
  // SAME_APPROVER
  139: async (people, step) => {
    const page = await people.of(step.as);
    await expect(page.getByText(/stelt voor om €\s250 toe te voegen\. Een ander moet dit bevestigen\./)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Bevestig het hogere plafond' })).toHaveCount(0);
  },
};
