import { type InvitationRow, type PairingOffer, type PassShare, type VisitorVisit } from '@gatehouse/contract';
import { type Browser, type Page } from 'playwright-core';
import { campuses, gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { approvedVisit, GateDevice, onPhone, type Phone } from './at-the-gate.js';
import { aBooking, applicantMobile, book, bookingInfo, companion, documents } from './booking.js';
import { openBrowser, Person } from './browser.js';
import { House } from './house.js';
import { press } from './phone-pages.js';
import { signInAs, visitorSignIn } from './sign-in.js';

/** A house where everything is going on at once, so that every page has something to show; and browsers into it. */
export class LivelyHouse {
  /** of a party of two, today */
  visit!: VisitorVisit;
  /** the companion's */
  phone!: Phone;
  /** visits: somebody inside, an application that waits, and one that came back for correction */
  staying = '';
  waiting = '';
  returned = '';
  /** links: to a gate, to the pass of a companion, of an invitation; the page where the host decides on what waits */
  gateLink = '';
  companionLink = '';
  invitationLink = '';
  approval = '';
  /** cookies */
  readonly sessions = { visitor: '', host: '', security: '', admin: '' };

  private constructor(
    readonly house: House,
    readonly browser: Browser,
    readonly url: string,
  ) {}

  static async open(): Promise<LivelyHouse> {
    const house = await House.open({ now: '2026-11-23T09:00:00+08:00', preset: 'huzhou', runningClock: true });
    await seedSmallCampus(house.app);
    const lively = new LivelyHouse(house, await openBrowser(), await house.listen());
    await lively.bookVisits();
    await lively.signInStaff();
    await lively.askForCorrection();
    await lively.openLinks();
    return lively;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.house.close();
  }

  async withPhone(language: 'zh-CN' | 'en', cookie?: string): Promise<Person> {
    const person = await Person.withPhone(this.browser, this.url, language, 1);
    await person.context.addInitScript(
      `try { localStorage.setItem('gatehouse.locale', '${language.slice(0, 2)}') } catch {}`,
    );
    if (cookie) await this.signedIn(person, cookie);
    return person;
  }

  async atDesk(language: 'zh-CN' | 'en', cookie: string): Promise<Person> {
    const desk = await Person.atDesk(this.browser, this.url, language);
    await this.signedIn(desk, cookie);
    return desk;
  }

  /** A phone paired as a gate device, on duty at the east gate. */
  async withDesk(language: 'zh-CN' | 'en'): Promise<Person> {
    const guard = await this.withPhone(language);
    const input = { name: `平板 ${language}`, campusId: campuses.east.id, gateIds: [gates.eastMain.id] };
    const cookie = this.sessions.security;
    const { body } = await this.house.post<PairingOffer>('/api/devices', input, { cookie });
    await guard.page.goto(`/guard/#pair=${body.token}`);
    await guard.page.getByLabel(/^(姓名|Name)/).fill('门卫老刘');
    await press(/^(开始值班|Begin)/)(guard.page);
    await guard.page.locator('.typed-kinds').waitFor();
    return guard;
  }

  /** A code of the companion's, as a hand-held reader types it; in seconds from now. */
  async readCode(page: Page, seconds: number): Promise<void> {
    await page.keyboard.type(await this.phone.code(new Date(this.house.clock.now().getTime() + seconds * 1000)));
    await page.keyboard.press('Enter');
    await page.getByRole('alertdialog').waitFor();
  }

  private async signInStaff(): Promise<void> {
    this.sessions.host = await signInAs(this.house, people.wangJing.number);
    this.sessions.security = await signInAs(this.house, people.sunLi.number);
    this.sessions.admin = await signInAs(this.house, people.zhouTao.number);
  }

  private async bookVisits(): Promise<void> {
    const { house } = this;
    const early = await visitorSignIn(house, applicantMobile);
    this.visit = await approvedVisit(house, { companions: [companion('林芳', documents.lin)] }, early);
    const applicant = { ...aBooking().applicant, name: '赵磊', documentNumber: documents.zhao };
    const stay = await approvedVisit(house, { applicant }, early);
    house.clock.set('2026-11-24T10:00:00+08:00');
    this.sessions.visitor = await visitorSignIn(house, applicantMobile);
    ({ phone: this.phone } = await onPhone(house, this.sessions.visitor, this.visit.passes[1]!.id));
    await this.enter(stay);
    const onDay = (day: number) => ({ from: `2026-11-${day}T01:00:00Z`, until: `2026-11-${day}T09:00:00Z` });
    this.waiting = (await book(house, aBooking({ period: onDay(26), transport: 'car', plate: '浙E12345' }))).body.id;
    this.returned = (await book(house, aBooking({ period: onDay(27) }))).body.id;
    await book(house, aBooking({ period: onDay(25) }));
  }

  private async enter(stay: VisitorVisit): Promise<void> {
    this.staying = stay.id;
    const { phone } = await onPhone(this.house, this.sessions.visitor, stay.passes[0]!.id);
    const gate = await GateDevice.pair(this.house, gates.eastMain);
    const reason = await gate.letThrough(await phone.code(this.house.clock.now()), 'entry');
    if (reason !== 'OK') throw new Error(`not let in: ${reason}`);
  }

  private async askForCorrection(): Promise<void> {
    const cookie = this.sessions.host;
    const { body } = await this.house.get<{ items: { id: string; visitId: string }[] }>('/api/approvals?state=todo', {
      cookie,
    });
    const approvalOf = (visitId: string) => body.items.find((row) => row.visitId === visitId)!.id;
    this.approval = `/host/approvals/${approvalOf(this.waiting)}`;
    const fields = [
      { field: 'reason', note: '请写明参加哪个活动' },
      { field: 'applicant.document', note: '与姓名不符' },
    ];
    await this.house.post(`/api/approvals/${approvalOf(this.returned)}/correction`, { fields }, { cookie });
  }

  private async openLinks(): Promise<void> {
    const { house, sessions } = this;
    const { campuses: known } = await bookingInfo(house);
    this.gateLink = `/visit/g/${known.find(({ id }) => id === campuses.east.id)!.gates[0]!.code}`;
    const share = `/api/visitor/passes/${this.visit.passes[1]!.id}/share`;
    this.companionLink = (await house.post<PassShare>(share, {}, { cookie: sessions.visitor })).body.path;
    const invitation = { kind: 'personal', people: 2, preApproved: false, expiresAt: '2026-11-28T00:00:00Z' };
    const { body } = await house.post<InvitationRow>('/api/invitations', invitation, { cookie: sessions.host });
    this.invitationLink = new URL(body.url, this.url).pathname;
  }

  private async signedIn(person: Person, cookie: string): Promise<void> {
    const [name = '', ...value] = cookie.split('=');
    await person.context.addCookies([{ name, value: value.join('='), url: this.url }]);
  }
}
