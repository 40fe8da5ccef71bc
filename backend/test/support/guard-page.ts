import { type PairingOffer } from '@gatehouse/contract';
import { type Browser } from 'playwright-core';
import encodeQR from 'qr';
import { type gates, people } from '../../seeds/small-campus.js';
import { Person } from './browser.js';
import { type House } from './house.js';
import { signInAs } from './sign-in.js';

type Gate = (typeof gates)[keyof typeof gates];

/** A guard at a gate, with the page on a phone of his own and a scanner that types. */
export class GuardPage {
  private constructor(
    readonly person: Person,
    readonly gate: Gate,
  ) {}

  /** Pairs the phone by a link, begins a shift, and waits until it knows enough to go on without network. */
  static async onDuty(browser: Browser, house: House, url: string, gate: Gate, name: string): Promise<GuardPage> {
    const cookie = await signInAs(house, people.sunLi.number);
    const input = { name: `${gate.name}手机`, campusId: gate.campus.id, gateIds: [gate.id] };
    const { body } = await house.post<PairingOffer>('/api/devices', input, { cookie });
    const person = await Person.withPhone(browser, url);
    const { page } = person;
    await page.goto(`/guard/#pair=${body.token}`);
    await page.getByLabel(/^姓名/).fill(name);
    await page.getByRole('button', { name: '开始值班' }).click();
    await page.locator('.desk[data-ready=alone]').waitFor();
    return new GuardPage(person, gate);
  }

  get page() {
    return this.person.page;
  }

  /** What the browser itself remembers of the page is gone too: only the offline copy counts. */
  async loseNetwork(): Promise<void> {
    const devtools = await this.person.context.newCDPSession(this.page);
    await devtools.send('Network.clearBrowserCache');
    await devtools.detach();
    await this.person.context.setOffline(true);
    await this.page.getByText('离线核验').waitFor();
  }

  /** With the scanner: the keys come fast, and Enter ends them. Answers the headline of the verdict. */
  async scan(code: string): Promise<string> {
    await this.page.keyboard.type(code);
    await this.page.keyboard.press('Enter');
    return this.verdict();
  }

  /** A picture of the code, as somebody passed it on. */
  async choosePicture(code: string): Promise<string> {
    const buffer = Buffer.from(encodeQR(code, 'gif', { ecc: 'medium', border: 4, scale: 6 }));
    await this.page.setInputFiles('input[type=file]', { name: 'code.gif', mimeType: 'image/gif', buffer });
    return this.verdict();
  }

  private async verdict(): Promise<string> {
    await this.page.getByRole('alertdialog').waitFor();
    return (await this.page.locator('#verdict-headline').textContent())?.trim() ?? '';
  }

  async admit(): Promise<void> {
    await this.page.getByRole('button', { name: /^放行/ }).click();
    await this.page.locator('.screen').first().waitFor({ state: 'detached' });
  }

  async dismiss(): Promise<void> {
    await this.page.getByRole('button', { name: /^知道了/ }).click();
  }

  async turnTo(direction: '入校' | '出校'): Promise<void> {
    await this.page.locator('.direction label', { hasText: direction }).click();
  }

  async openTool(name: string): Promise<void> {
    await this.page.getByRole('button', { name: '工具与设置' }).click();
    await this.page.getByRole('dialog').getByRole('button', { name }).click();
    await this.page.getByRole('dialog', { name }).waitFor();
  }

  /** Back on the network, and everything told. */
  async comeBack(): Promise<void> {
    await this.person.context.setOffline(false);
    await this.page.getByText('在线', { exact: true }).waitFor();
    await this.page.getByText(/条放行结果待上传/).waitFor({ state: 'detached' });
  }
}
