import type { Locator, Page } from '@playwright/test';

/** Hands on a keyboard and nothing else. Counts what a person decides: each choice and each field, not the way there. */
export interface Keys {
  /** Walks with Tab until something has the focus. */
  readonly to: (target: Locator) => Promise<void>;
  /** Goes there and presses it. */
  readonly press: (target: Locator, key?: 'Enter' | 'Space') => Promise<void>;
  /** Goes there and writes. */
  readonly write: (target: Locator, text: string) => Promise<void>;
  /** Goes to a list or buttons to choose from, and chooses by name. */
  readonly choose: (field: Locator, name: string) => Promise<void>;
  /** A key alone, such as the short cut for a note. */
  readonly key: (name: string) => Promise<void>;
  readonly steps: () => number;
}

const MOST_TABS = 200;

export const keysOn = (page: Page): Keys => {
  let steps = 0;
  const focused = (target: Locator): Promise<boolean> => target.evaluate((element) => element === document.activeElement);
  const to = async (target: Locator): Promise<void> => {
    await target.first().waitFor();
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (await focused(target.first())) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${target}`);
  };
  const press = async (target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> => {
    await to(target);
    await page.keyboard.press(key);
    steps += 1;
  };
  return {
    to,
    press,
    write: async (target, text) => {
      await to(target);
      await page.keyboard.type(text);
      steps += 1;
    },
    choose: async (field, name) => {
      const list = field.locator('select').or(field.and(page.locator('select')));
      if (await list.count()) {
        await to(list);
        await page.keyboard.type(name);
      } else {
        // Radio buttons are one stop of Tab; the arrows choose among them.
        const options = field.getByRole('radio');
        const [wanted, first] = [field.getByRole('radio', { name, exact: true }), options.first()];
        await to((await field.getByRole('radio', { checked: true }).count()) ? field.getByRole('radio', { checked: true }) : first);
        await page.keyboard.press('Space');
        for (let n = await options.count(); n > 0 && !(await wanted.isChecked()); n -= 1) await page.keyboard.press('ArrowDown');
        if (!(await wanted.isChecked())) throw new Error(`the arrows do not reach ${name}`);
      }
      steps += 1;
    },
    key: async (name) => {
      await page.keyboard.press(name);
      steps += 1;
    },
    steps: () => steps,
  };
};
