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
