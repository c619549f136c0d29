import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deed } from '@perspectief/reader-log';
import { hasPart, pages, visitInWords } from './index.js';

const deed = (more: Partial<Deed> = {}): Deed => ({
  action: 'read', what: 'trajectory', purpose: 'debt-help', times: 1, firstAt: '2026-11-19T09:00:00.000Z', lastAt: '2026-11-19T09:00:00.000Z', ...more,
});
const who = { nl: 'Coach Beijum 1', en: 'Coach Beijum 1' };
const told = (...deeds: readonly Deed[]) => visitInWords(who, { day: '2026-11-19', deeds });

describe('a visit in plain words', () => {
  test('says who, when, what and what for', () => {
    expect(told(deed())).toEqual({
      nl: 'Coach Beijum 1 bekeek op 19 november 2026 het plan en de voortgang. Doel: hulp bij schulden.',
      en: 'On 19 November 2026 Coach Beijum 1 looked at the plan and how it goes. Purpose: help with debts.',
    });
  });

  test('says everything of a day in one sentence, what was changed before what was read', () => {
    expect(told(deed({ what: 'timeline' }), deed({ what: 'timeline', purpose: 'support' }), deed({ action: 'write', what: 'RegisterDebt' }), deed({ what: 'clocks' })).nl).toBe(
      'Coach Beijum 1 wijzigde op 19 november 2026 de schulden en bekeek de tijdlijn en de termijnen. Doel: hulp bij schulden en hulp aan het huishouden.',
    );
  });

  test('hides no emergency access, and gives its reason as it was written', () => {
    expect(told(deed({ action: 'break-glass', purpose: 'Melding van de politie' })).nl).toBe(
      'Coach Beijum 1 gebruikte op 19 november 2026 noodtoegang voor het plan en de voortgang. Doel: Melding van de politie.',
    );
  });

  test('a try that was refused is told as such', () => {
    expect(told(deed({ action: 'denied', what: 'agreePlan' })).nl).toBe(
      'Coach Beijum 1 probeerde op 19 november 2026 toegang te krijgen tot het plan, maar kreeg die niet. Doel: hulp bij schulden.',
    );
  });
});

describe('words for everything that the API offers', () => {
  const schema = readFileSync(join(import.meta.dirname, '../../../../docs/reference/schema.graphql'), 'utf8');
  const fieldsOf = (type: string): readonly string[] => {
    const [, body = ''] = new RegExp(`^type ${type} \\{([\\s\\S]*?)^\\}`, 'm').exec(schema) ?? [];
    return [...body.matchAll(/^ {2}(\w+)[(:]/gm)].map(([, name]) => name ?? '');
  };

  test('each query says what it shows', () => {
    expect([...fieldsOf('Query'), ...fieldsOf('Subscription')].filter((name) => !(name in pages))).toEqual([]);
  });

  test('each command says what it changes', () => {
    expect(fieldsOf('Mutation').length).toBeGreaterThan(100);
    expect(fieldsOf('Mutation').filter((name) => !hasPart(name))).toEqual([]);
  });
});
