import { type Browser, type Page } from 'playwright-core';
import { seedSmallCampus } from '../../../seeds/small-campus.js';
import { Person } from '../../support/browser.js';
import { House } from '../../support/house.js';
import { passwordOf } from '../servers/people.js';

const there = (process.env.SSO_SERVERS ?? '').split(' ');

/** Whether this server, which comes from Debian packages, is installed. */
export const isThere = (name: string): boolean => there.includes(name);

/** The product under another site name than the servers, as in production: cookies behave as they do there. */
export async function openProduct(port: number, env: Record<string, string>): Promise<House> {
  const house = await House.open({
    now: new Date().toISOString(),
    runningClock: true,
    env: { PUBLIC_URL: `http://localhost:${port}`, ...env },
  });
  await seedSmallCampus(house.app);
  await house.app.listen(port, '127.0.0.1');
  return house;
}

/** A fresh browser on the product. */
export const visit = async (browser: Browser, port: number): Promise<Page> =>
  (await Person.atDesk(browser, `http://localhost:${port}`, 'en-US')).page;

/** Who is signed in there. */
export async function who(page: Page): Promise<string | null> {
  const answer = await page.request.get('/api/auth/me');
  return answer.ok() ? ((await answer.json()) as { number: string }).number : null;
}

/** Waits until nobody is: servers tell each other about a sign-out while the browser goes on. */
export async function signedOut(page: Page): Promise<boolean> {
  for (let tries = 0; tries < 50 && (await who(page)) !== null; tries++) await page.waitForTimeout(100);
  return (await who(page)) === null;
}

/** Fills the login page of whichever server it is. */
export async function logIn(page: Page, uid: string): Promise<void> {
  await page.fill('input[name=username]', uid);
  await page.fill('input[name=password]', passwordOf(uid));
  await page.locator('input[name=password]').press('Enter');
  await page.waitForURL(/^http:\/\/localhost/);
}

/** The reason of the newest refusal, as the help desk reads it in the audit. */
export async function newestRefusal(house: House): Promise<string | undefined> {
  const text = `select details from audit_entry where action = 'auth.sign-in-refused' order by inserted_at desc limit 1`;
  return (await house.database.query<{ details: { reason: string } }>(text)).rows[0]?.details.reason;
}
