import { AxeBuilder } from '@axe-core/playwright';
import { type Page } from 'playwright-core';
import { type Person } from './browser.js';

const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** What is shown: a name, the address, and what is done there until it shows. A new page is a line in a barriers spec. */
export type State = [name: string, path: string, act?: (page: Page) => Promise<unknown>];

/**
 * What axe finds, a line each. Each state is looked at by day with all rules; by night for its colours, which are the
 * same in both languages.
 */
export async function barriers(
  person: Person,
  states: State[],
  ready?: (page: Page) => Promise<unknown>,
): Promise<string[]> {
  const { page } = person;
  const alsoDark = (await page.evaluate('navigator.language')) !== 'en';
  const found: string[] = [];
  for (const [name, path, act] of states) {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(path);
    try {
      await ready?.(page);
      await act?.(page);
    } catch (error) {
      found.push(`${name}: not reached, ${String(error).split('\n')[0]}`);
      continue;
    }
    await atRest(page);
    found.push(...(await untranslated(page, name)), ...(await violations(page, name, axeOn(page).withTags(levels))));
    if (alsoDark) {
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      await atRest(page);
      found.push(...(await violations(page, `${name}, dark`, axeOn(page).withRules(['color-contrast']))));
    }
    await page.evaluate('localStorage.removeItem("gatehouse.draft")');
  }
  return [...found, ...person.complaints];
}

/** What axe finds on the page as it stands. */
export async function barriersNow(page: Page, name: string): Promise<string[]> {
  await atRest(page);
  return violations(page, name, axeOn(page).withTags(levels));
}

/** Colours are judged when nothing fades any more; what turns for ever is not waited for. */
const atRest = (page: Page) =>
  page.evaluate(`Promise.all(document.getAnimations()
    .filter((motion) => motion.effect.getComputedTiming().iterations !== Infinity)
    .map((motion) => motion.finished.catch(() => undefined)))
    .then(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20))))`);

/** A key shows where its sentence did not come with the page. */
async function untranslated(page: Page, name: string): Promise<string[]> {
  const text = await page.locator('body').innerText();
  return [...text.matchAll(/^[a-z]{2,}(?:\.[a-z][a-zA-Z-]*)+$/gm)].map(([key]) => `${name}: no words for ${key}`);
}

/** Without its own page for gathering frames, of which ours have none. */
const axeOn = (page: Page) => new AxeBuilder({ page }).setLegacyMode();

async function violations(page: Page, name: string, axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${name}: ${id} ${target.join(' ')} ${failureSummary?.split('\n')[1] ?? ''}`,
    ),
  );
}
