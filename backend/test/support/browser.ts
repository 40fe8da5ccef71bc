import { existsSync } from 'node:fs';
import chromiumFromNpm from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Nothing of the browser's own may look for the network. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** CHROMIUM_PATH, else one of the system, else npm's (without that package's own flags: they lose cookies of redirects). */
export async function openBrowser(): Promise<Browser> {
  const own = process.env.CHROMIUM_PATH ?? system.find((path) => existsSync(path));
  const executablePath = own ?? (await chromiumFromNpm.executablePath());
  return chromium.launch({ executablePath, args: quiet, headless: true });
}

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const desk = { viewport: { width: 1440, height: 900 } };

/** One person's own browser. */
export class Person {
  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    /** what the page complained about: a test ends with this empty */
    readonly complaints: string[],
  ) {}

  /** `sharpness` is in pixels per CSS pixel: 1 draws faster, for what nobody looks at. */
  static async withPhone(browser: Browser, baseURL: string, locale = 'zh-CN', sharpness = 2): Promise<Person> {
    const screen = { ...phone, deviceScaleFactor: sharpness };
    return Person.with(await browser.newContext({ ...screen, baseURL, locale, timezoneId: 'Asia/Shanghai' }));
  }

  static async atDesk(browser: Browser, baseURL: string, locale = 'zh-CN'): Promise<Person> {
    return Person.with(
      await browser.newContext({ ...desk, baseURL, locale, timezoneId: 'Asia/Shanghai', acceptDownloads: true }),
    );
  }

  private static async with(context: BrowserContext): Promise<Person> {
    context.setDefaultTimeout(8_000);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && /Content Security Policy/.test(message.text())) complaints.push(message.text());
    });
    return new Person(page, context, complaints);
  }

  /** Keeps a picture when PICTURES names a folder: for looking at what people see. */
  async picture(name: string): Promise<void> {
    if (process.env.PICTURES) await this.page.screenshot({ path: `${process.env.PICTURES}/${name}.png` });
  }
}
