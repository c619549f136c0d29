// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { Provider, type Client } from 'urql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { uiWords } from '@perspectief/ui';
import frame from '../../i18n/locales/nl.json';
import words from './locales/nl.json';
import { PersonForm } from './person-form';
import type { Person } from './use-directory';

const coach: Person = {
  id: 'coach-1', name: 'Coach 1', role: 'neighbourhood-coach', area: null, team: null, active: true, until: null, qualification: null, capacity: null, secrecySignedOn: null, conductCertificateOn: null,
};

let sent: Partial<Person>[];
const client = {
  mutation: (_: unknown, { input }: { input: Partial<Person> }) => ({ toPromise: async () => (sent.push(input), { data: { putPerson: { __typename: 'Accepted' } } }) }),
} as unknown as Client;

const opened = (person: Person): void => void render(<Provider value={client}><PersonForm person={person} areas={[]} teams={[]} onClose={() => undefined} /></Provider>);
const save = async (): Promise<void> => {
  fireEvent.submit(document.querySelector('form') as HTMLFormElement);
  await act(() => new Promise<void>((done) => setTimeout(done)));
};

beforeEach(async () => {
  await i18next.use(initReactI18next).init({ lng: 'nl', resources: { nl: { translation: frame, administration: words, ui: uiWords.nl } }, interpolation: { escapeValue: false }, react: { useSuspense: false } });
  // jsdom has no dialogs.
  Object.assign(HTMLDialogElement.prototype, { showModal: () => undefined, close: () => undefined });
  sent = [];
});
afterEach(cleanup);

test('a last day is written as it is written here, and somebody goes on working until it has passed', async () => {
  opened(coach);
  fireEvent.change(screen.getByLabelText(/Laatste werkdag/, { selector: '[inputmode]' }), { target: { value: '31-12-2026' } });
  await save();
  expect(sent).toMatchObject([{ id: 'coach-1', active: true, until: '2026-12-31' }]);
});

test('who comes back has no last day any more', async () => {
  opened({ ...coach, active: false, until: '2020-01-01' });
  fireEvent.click(screen.getByLabelText(/werkt hier niet meer/));
  await save();
  expect(sent[0]).toMatchObject({ active: true });
  expect(sent[0]?.until).toBeUndefined();
});
