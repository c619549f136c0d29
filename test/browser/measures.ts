import type { Page } from '@playwright/test';

/** Texts of which a part is cut off by a box around them. A box that scrolls, or says by dots that there is more, cuts nothing off. */
export const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walk.nextNode()) {
      const text = walk.currentNode.textContent?.trim();
      const parent = walk.currentNode.parentElement;
      if (!text || !parent || parent.closest('.visually-hidden, svg, [hidden], details:not([open]) > :not(summary)') || !parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      range.selectNodeContents(walk.currentNode);
      const box = range.getBoundingClientRect();
      for (let around: HTMLElement | null = parent; around; around = around.parentElement) {
        const style = getComputedStyle(around);
        if (style.webkitLineClamp !== 'none' || style.textOverflow === 'ellipsis' || style.position === 'fixed') break;
        const edge = around.getBoundingClientRect();
        const cuts = (overflow: string, over: boolean): boolean => (overflow === 'hidden' || overflow === 'clip') && over;
        if (edge.width > 1 && (cuts(style.overflowX, box.right > edge.right + 1 || box.left < edge.left - 1) || cuts(style.overflowY, box.bottom > edge.bottom + 1))) {
          found.push(text.slice(0, 60));
          break;
        }
        if (style.overflowX === 'auto' || style.overflowX === 'scroll' || style.overflowY === 'auto' || style.overflowY === 'scroll') break;
      }
    }
    return found;
  });

/** Names of what can be pressed or filled in, in the part of the page that is not a list beside it. */
export const functionsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const root = document.querySelector('main article') ?? document.querySelector('main') ?? document.body;
    const names = [...root.querySelectorAll<HTMLElement>('a[href], button, input:not([aria-hidden]), select, textarea, summary')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.textContent ?? element.textContent ?? '');
    return [...new Set(names.map((name) => name.trim()).filter(Boolean))];
  });

/** The words of all that can be chosen on the page: its buttons, and what its menus hold. */
export const choicesOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const words = (selector: string): string[] => [...document.querySelectorAll<HTMLElement>(selector)].map((element) => element.textContent?.trim() ?? '');
    const found = words('button');
    for (const opener of document.querySelectorAll<HTMLElement>('[aria-haspopup=menu]')) {
      opener.click();
      await new Promise(requestAnimationFrame);
      found.push(...words('[role=menuitem]'));
      opener.click();
    }
    return [...new Set(found)];
  });

/**
 * What a finger misses: of what can be pressed, what is smaller than 24 by 24 pixels (WCAG 2.5.8; a link within a sentence may be), and of
 * main actions and places to go, what is lower than the 44 of our own.
 */
export const hardToPress = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>('a[href], button, select, summary, textarea, input')].filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
    return shown.flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      const away = element.closest('.visually-hidden') || width <= 1 || height <= 1 || element.getBoundingClientRect().bottom < 0;
      const inSentence = element.matches('a, button') && getComputedStyle(element).display === 'inline';
      const choice = element.matches('input') && element.closest('label');
      if (away || inSentence || choice) return [];
      const main = element.matches('nav a, [class*="_button_"][class*="_main_"]:not([class*="_small_"]), [class*="_button_"][class*="_stop_"]:not([class*="_small_"])');
      const least = main ? 44 : 24;
      return width < 24 || height < least - 0.5 ? [`${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)} (${Math.round(width)} × ${Math.round(height)})`] : [];
    });
  });
