import { expect } from '../trying.js';
import type { People } from './people.js';

/** Words of the story that these people may not read: in no answer, on no page. */
const NOT_FOR: Readonly<Record<string, readonly string[]>> = {
  expert: ['de deurwaarder is geweest', 'webwinkel via incassobureau', '2193.48', '1715.90'],
  holder1: ['de deurwaarder is geweest', 'Samen de post geopend', 'Ouder M', 'Kind 1', 'Gezin BEI-001', 'Voorbeeldstraat', 'webwinkel via incassobureau', 'Weer rustig slapen', '111222333'],
  holder2: ['de deurwaarder is geweest', 'Samen de post geopend', 'Ouder M', 'Gezin BEI-001', 'webwinkel via incassobureau'],
  household: ['de deurwaarder is geweest', 'Samen de post geopend', 'Termijn vergeten door ziekte'],
  counsellor: ['Samen de post geopend', 'Termijn vergeten door ziekte'],
};

/** What each heard so far: nothing that is not for him. The coach did hear it, or this would prove nothing. */
export const heardWhatIsTheirs = async (people: People): Promise<void> => {
  for (const [alias, words] of Object.entries(NOT_FOR)) {
    const heard = await people.heardBy(alias);
    expect.soft(words.filter((word) => heard.includes(word)), `what ${alias} should not hear`).toEqual([]);
  }
  expect(await people.heardBy('coach'), 'the coach hears it').toContain('de deurwaarder is geweest');
};
