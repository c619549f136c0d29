// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { commandsOfRoles } from '@perspectief/graphql-contract/commands-of-roles';
import { catalogue, type FormName } from './catalogue';
import { DeedButton, DeedMenu, NextDeeds } from './deeds';
import { useOffer } from './forms-provider';
import words from './locales/nl.json';

let role = '';
vi.mock('../session/session-provider', () => ({ usePerson: () => ({ id: 'somebody', name: 'Somebody', role }) }));

const names = Object.keys(catalogue) as FormName[];
const roles = Object.keys(commandsOfRoles);

/** Every command as a page might place it. */
const Everything = () => {
  const offer = useOffer();
  const deeds = names.map((name) => offer(name, {}));
  return (
    <>
      {deeds.map((deed, index) => <DeedButton key={index} deed={deed} data-name={names[index]} />)}
      <DeedMenu label="menu" deeds={deeds} />
      <NextDeeds more="more" deeds={deeds} />
    </>
  );
};

beforeAll(() => i18next.use(initReactI18next).init({ lng: 'nl', resources: { nl: { commands: words } }, interpolation: { escapeValue: false }, react: { useSuspense: false } }).then(() => undefined));
afterEach(() => document.body.replaceChildren());

test.each(roles)('%s is offered the commands that it may give, in words, and no other', (asked) => {
  role = asked;
  const allowed = names.filter((name) => commandsOfRoles[role]?.has(name));
  render(<Everything />);
  expect([...document.querySelectorAll('[data-name]')].map((button) => button.getAttribute('data-name'))).toEqual(allowed);
  const openers = screen.queryAllByRole('button', { expanded: false });
  expect(openers).toHaveLength(allowed.length === 0 ? 0 : 2);
  const [menu] = openers;
  if (menu) fireEvent.click(menu);
  expect(screen.queryAllByRole('menuitem')).toHaveLength(allowed.length);
  for (const item of screen.queryAllByRole('menuitem')) expect(item.textContent).not.toMatch(/\.title$|^$/);
});

test('there is a command for some and not for others, or this proves nothing', () => {
  expect(names.some((name) => roles.some((one) => commandsOfRoles[one]?.has(name)) && roles.some((one) => !commandsOfRoles[one]?.has(name)))).toBe(true);
  expect(names.filter((name) => !roles.some((one) => commandsOfRoles[one]?.has(name)))).toEqual([]);
});
