import axe, { type AxeResults, type RunOptions } from 'axe-core';
import { type Page } from 'playwright-core';
import { type Person } from './browser.js';

const allRules: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] };
const colours: RunOptions = { runOnly: ['color-contrast'] };
/** What the colours are made of does not change with the language, and axe takes longest for them. */
const allButColours: RunOptions = { ...allRules, rules: { 'color-contrast': { enabled: false } } };

/** What is shown: a name, the address, and what is done there until it shows. A new page is a line in a barriers spec. */
export type State = [name: string, path: string, act?: (page: Page) => Promise<unknown>];

/** What axe finds, a line each: all rules in both languages, colours by day and by night in the first of them. */
export async function barriers(
  person: Person,
  states: State[],
  ready?: (page: Page) => Promise<unknown>,
): Promise<string[]> {
  const { page } = person;
  const inColour = (await page.evaluate('navigator.language')) !== 'en';
  const found: string[] = [];
  for (const [name, path, act] of states) {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    try {
      await open(page, path);
      await ready?.(page);
      await act?.(page);
    } catch (error) {
      found.push(`${name}: not reached, ${String(error).split('\n')[0]}`);
      continue;
    }
    await atRest(page);
    found.push(...(await untranslated(page, name)));
    found.push(...(await violations(page, name, inColour ? allRules : allButColours)));
    if (inColour) {
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      await atRest(page);
      found.push(...(await violations(page, `${name}, dark`, colours)));
    }
    await page.evaluate('localStorage.removeItem("gatehouse.draft")');
  }
  return [...found, ...person.complaints];
}

/**
 * Goes to another page of the console by its own router, as a click in the menu does: that takes a tenth of loading it
 * anew. The same page is loaded, as what was opened on it would stay open.
 */
async function open(page: Page, path: string): Promise<void> {
  const before = consolePage(new URL(page.url(), 'http://none').pathname);
  const wanted = consolePage(path);
  if (!before || !wanted || before === wanted) return void (await page.goto(path));
  await page.evaluate(`(() => {
    for (const part of document.querySelectorAll('main > *')) part.setAttribute('data-before', '');
    history.pushState(null, '', ${JSON.stringify(path)});
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  })()`);
  await page.locator('main > [data-before], main .skeleton').first().waitFor({ state: 'detached' });
  await page.locator('main > *').first().waitFor();
}

/** Which page an address within the frame of the console belongs to. */
const consolePage = (path: string) => /^\/console\/(?!login|wall)([\w-]+)/.exec(path)?.[1];

/** What axe finds on the page as it stands. */
export async function barriersNow(page: Page, name: string): Promise<string[]> {
  await atRest(page);
  return violations(page, name, allRules);
}

/** Colours are judged when nothing fades any more; what turns for ever or counts down is not waited for. */
const atRest = (page: Page) =>
  page.evaluate(`Promise.all(document.getAnimations()
    .filter((motion) => motion.effect.getComputedTiming().endTime <= 2000)
    .map((motion) => motion.finished.catch(() => undefined)))
    .then(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20))))`);

/** A key shows where its sentence did not come with the page. */
async function untranslated(page: Page, name: string): Promise<string[]> {
  const text = await page.locator('body').innerText();
  return [...text.matchAll(/^[a-z]{2,}(?:\.[a-z][a-zA-Z-]*)+$/gm)].map(([key]) => `${name}: no words for ${key}`);
}

/** Our pages have no frames: axe is put into the page itself, once for each document. */
async function violations(page: Page, name: string, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate<Pick<AxeResults, 'violations'>>(
    `axe.run(document, ${JSON.stringify({ ...options, resultTypes: ['violations'] })})`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${name}: ${id} ${target.join(' ')} ${failureSummary?.split('\n')[1] ?? ''}`,
    ),
  );
}
