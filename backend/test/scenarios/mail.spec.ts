import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DeliveryRow } from '@gatehouse/contract';
import { people, seedSmallCampus } from '../../seeds/small-campus.js';
import { StaffMobiles } from '../../src/directory/infrastructure/staff-mobiles.js';
import { aBooking, book } from '../support/booking.js';
import { MailServer } from '../support/gateways/mail-server.js';
import { House } from '../support/house.js';
import { signInAs } from '../support/sign-in.js';

let house: House;
let server: MailServer;
const environment = { ...process.env };

beforeAll(async () => {
  server = await MailServer.open({ user: 'gate', password: 'mail-secret' });
  const file = join(mkdtempSync(join(tmpdir(), 'gatehouse-mail-')), 'ca.pem');
  writeFileSync(file, server.certificate);
  Object.assign(process.env, {
    SMTP_HOST: 'localhost',
    SMTP_PORT: String(server.port),
    SMTP_USER: 'gate',
    SMTP_PASSWORD: 'mail-secret',
    SMTP_FROM: '传达室 <gate@campus.test>',
    SMTP_CA_FILE: file,
  });
  house = await House.open({ env: { PUBLIC_URL: 'http://gate.example' } });
  await seedSmallCampus(house.app);
  const sealed = await house.app
    .get(StaffMobiles, { strict: false })
    .sealMail(people.wangJing.id, 'wangjing@campus.test');
  await house.database.query('update staff_member set mail_sealed = $2 where id = $1', [people.wangJing.id, sealed]);
});
afterAll(async () => {
  process.env = environment;
  await house.close();
  await server.close();
});

const failures = async () => {
  const cookie = await signInAs(house, people.zhouTao.number);
  const rows = (await house.get<DeliveryRow[]>('/api/deliveries', { cookie })).body;
  return rows.map(({ lastError }) => lastError).filter((error) => error !== null);
};
const bookOn = async (day: string) => {
  await book(house, aBooking({ period: { from: `2026-11-${day}T01:00:00Z`, until: `2026-11-${day}T09:00:00Z` } }));
  await house.settle();
};

describe('mail to members of staff', () => {
  it('brings the to-do, encrypted and signed in, with a subject that names nobody', async () => {
    await bookOn('24');
    expect(server.accepted).toMatchObject([
      { from: 'gate@campus.test', to: 'wangjing@campus.test', encrypted: true, user: 'gate' },
    ]);
    const [mail] = server.accepted;
    expect(mail?.headers.get('subject')).toMatch(/^【平湖大学】有来访申请等您审批（[\w-]+）$/);
    expect(mail?.headers.get('from')).toBe('传达室 <gate@campus.test>');
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.text).toMatch(/等您审批：http:\/\/gate\.example\/host\/approvals\/[0-9a-f-]{36}/);
  });

  it('is masked where messages are listed', async () => {
    const { rows } = await house.database.query<{ recipient_masked: string }>(
      `select recipient_masked from notice where channel = 'mail'`,
    );
    expect(rows).toEqual([{ recipient_masked: 'w***@campus.test' }]);
  });

  it('that the server refuses is tried again, with its number alone in our logs', async () => {
    server.answer = '550 5.1.1 wangjing@campus.test unknown';
    await bookOn('25');
    expect(await failures()).toEqual(['GatewayError EENVELOPE 550']);
    server.answer = '250 ok';
    house.clock.forward(600);
    await house.settle();
    expect(server.accepted).toHaveLength(2);
  });

  it('does not go unencrypted when the server offers no encryption any more', async () => {
    server.offersTls = false;
    await bookOn('26');
    server.offersTls = true;
    expect(server.accepted).toHaveLength(2);
    expect(await failures()).toContainEqual(expect.stringMatching(/^GatewayError E(TLS|SOCKET)/));
  });

  it('becomes a short message for whoever has no address', async () => {
    const { campus, ...unit } = people.ouyangXue.unit;
    await book(house, aBooking({ campusId: campus.id, unitId: unit.id, host: { staffId: people.ouyangXue.id } }));
    await house.settle();
    const { rows } = await house.database.query<{ channel: string }>(
      `select channel from notice where template = 'step-opened' order by created_at desc, id desc limit 1`,
    );
    expect(rows).toEqual([{ channel: 'sms' }]);
  });
});
