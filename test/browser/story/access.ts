import { CAST, type People } from './people.js';
import { household } from './places.js';
import { formOf, sendIt } from './form.js';
import { labelOf, titleOf } from './words.js';
import { expect } from '../trying.js';

/** The parent looks in by herself from now on; her own page asks what the story asks next. */
export const giveAccess = async (people: People): Promise<void> => {
  const page = await household(people, 'coach', 'Mensen');
  await page.getByRole('button', { name: 'Doe iets: Ouder M', exact: true }).click();
  await page.getByRole('menuitem', { name: titleOf('GiveMemberAccess'), exact: true }).click();
  const [code = '', name = ''] = CAST['household'] ?? [];
  const form = formOf(page, 'GiveMemberAccess');
  await form.getByLabel(labelOf('GiveMemberAccess', 'personId')).fill(`${code}x`);
  await expect(form.getByText('We vinden niemand met deze code.')).toBeVisible();
  const own = await people.of('household');
  await expect(own.getByText(code, { exact: true })).toBeVisible();
  await form.getByLabel(labelOf('GiveMemberAccess', 'personId')).fill(code);
  await expect(form.getByText(`Dit is ${name}.`)).toBeVisible();
  await sendIt(page, 'GiveMemberAccess');
  await own.reload();
  await expect(own.getByRole('button', { name: 'Ja, graag' })).toBeVisible();
};
