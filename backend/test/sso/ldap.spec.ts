import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type DirectoryMemberPage,
  type DirectorySourceInfo,
  type Problem,
  type SyncReport,
  type SyncRun,
} from '@gatehouse/contract';
import { Attribute, Change, Client } from 'ldapts';
import { people, seedSmallCampus } from '../../seeds/small-campus.js';
import { ServerSync } from '../../src/directory/application/server-sync.js';
import { House } from '../support/house.js';
import { signInAs } from '../support/sign-in.js';
import { hasSlapd, type LdapPerson, nameOf, Slapd } from './support/slapd.js';

const SURNAMES = Array.from('王李张刘陈杨黄赵吴周');
const GIVEN = Array.from('伟芳娜敏静丽强磊军洋勇艳');
const staff = Array.from({ length: 3000 }, (_, at): LdapPerson => ({
  uid: `L${String(at).padStart(5, '0')}`,
  name: `${SURNAMES[at % 10]}${GIVEN[at % 12]}${GIVEN[at % 7]}`,
  unit: at % 2 ? 'MATH' : 'PHYS',
  // None, one and two numbers: they come as nothing, text and a list.
  mobile:
    [[], [`139${String(at).padStart(8, '0')}`], [`139${String(at).padStart(8, '0')}`, '13700000000']][at % 3] ?? [],
}));

// As in real-sign-in.spec: skipped with a word on a machine without the package, a failure in CI.
if (!hasSlapd()) console.log('LDAP: skipped, this machine has no /usr/sbin/slapd (Debian package slapd)');

(hasSlapd() ? describe : describe.skip)('a directory server', () => {
  let slapd: Slapd;
  let house: House;
  let admin: string;
  let writer: Client;

  const environment = (): Record<string, string> => ({
    LDAP_URL: slapd.secureUrl,
    LDAP_CA_FILE: slapd.certificate,
    LDAP_BIND_DN: slapd.reader,
    LDAP_BIND_PASSWORD: slapd.readerPassword,
    LDAP_BASE_DN: slapd.base,
    LDAP_UNIT_FILTER: '(businessCategory=department)',
  });
  const sync = (how: { dryRun: boolean; confirmedLeavers?: number }, at = house, cookie = admin) =>
    at.post<SyncReport & Problem>('/api/directory/syncs', how, { cookie });
  const bySchedule = () => house.app.get(ServerSync, { strict: false }).bySchedule();
  const find = async (q: string) =>
    (await house.get<DirectoryMemberPage>(`/api/directory/staff?q=${encodeURIComponent(q)}`, { cookie: admin })).body
      .items;

  beforeAll(async () => {
    slapd = await Slapd.start(['MATH', 'PHYS'], staff);
    house = await House.open({ env: environment() });
    await seedSmallCampus(house.app);
    admin = await signInAs(house, people.zhouTao.number);
    writer = new Client({ url: slapd.url });
    await writer.bind(`cn=admin,${slapd.base}`, 'admin-pass');
  }, 60_000);

  afterAll(async () => {
    await writer.unbind();
    await house.close();
    await slapd.stop();
  });

  it('is read page by page, past its limit of 500 entries, over TLS', async () => {
    const preview = await sync({ dryRun: true });
    expect(preview.body).toMatchObject({
      outcome: 'previewed',
      counts: { staff: { added: 3000 }, unit: { added: 2 } },
    });
    expect((await sync({ dryRun: false })).body).toMatchObject({ outcome: 'applied', origin: 'ldap' });
    expect(await find('L00001')).toMatchObject([
      { name: '李芳芳', mobileMasked: '139****0001', unit: { name: 'MATH学院' } },
    ]);
    expect((await find('L00000'))[0]?.mobileMasked).toBeNull();
    expect((await find('L00002'))[0]?.mobileMasked).toBe('139****0002');
  });

  it('changes nothing the second time, and lets alone those who came from elsewhere', async () => {
    expect((await sync({ dryRun: false })).body.lines).toEqual([]);
    expect((await house.get('/api/auth/me', { cookie: admin })).status).toBe(200);
    expect(await find('T1001')).toMatchObject([{ active: true }]);
  });

  it('is asked by the schedule only for what is new', async () => {
    await writer.modify(
      nameOf('L00001'),
      new Change({ operation: 'replace', modification: new Attribute({ type: 'title', values: ['教授'] }) }),
    );
    expect((await bySchedule()).outcome).toBe('applied');
    expect(await find('L00001')).toMatchObject([{ title: '教授' }]);
    const [run] = (await house.get<SyncRun[]>('/api/directory/syncs', { cookie: admin })).body;
    expect(run).toMatchObject({ complete: false, startedByName: '', counts: { staff: { changed: 1 } } });
    expect((await bySchedule()).outcome).toBe('nothing');
  });

  it('does not tell whom it forgot: the daily look at everything finds them', async () => {
    await writer.del(nameOf('L00003'));
    expect((await bySchedule()).outcome).toBe('nothing');
    house.clock.forward(24 * 3600);
    expect((await bySchedule()).outcome).toBe('applied');
    admin = await signInAs(house, people.zhouTao.number);
    expect(await find('L00003')).toMatchObject([{ active: false }]);
  });

  it('that suddenly lacks a fifth is not believed', async () => {
    for (const { uid } of staff.slice(100, 700)) await writer.del(nameOf(uid));
    expect((await sync({ dryRun: false })).body).toMatchObject({ status: 409, code: 'directory.too-many-leave' });
    expect(await find('L00100')).toMatchObject([{ active: true }]);
    expect((await sync({ dryRun: false, confirmedLeavers: 600 })).body).toMatchObject({ outcome: 'applied' });
  }, 60_000);

  it('tells where it is, and nothing of the account', async () => {
    const { body } = await house.get<DirectorySourceInfo>('/api/directory/source', { cookie: admin });
    expect(body).toMatchObject({ configured: true, address: slapd.secureUrl, everyMinutes: 30 });
    expect(JSON.stringify(body)).not.toContain('reader');
  });

  it.each([
    ['with STARTTLS', () => ({ LDAP_URL: slapd.url, LDAP_STARTTLS: 'true' }), 200],
    ['whose certificate nobody vouches for', () => ({ LDAP_CA_FILE: '' }), 502],
    ['that refuses the password', () => ({ LDAP_BIND_PASSWORD: 'wrong' }), 502],
    ['that is not there', () => ({ LDAP_URL: 'ldap://127.0.0.1:9' }), 502],
  ])('%s', async (_what, change, status) => {
    const other = await House.open({ env: { ...environment(), ...change() } });
    await seedSmallCampus(other.app);
    const cookie = await signInAs(other, people.zhouTao.number);
    expect((await sync({ dryRun: true }, other, cookie)).status).toBe(status);
    const [run] = (await other.get<SyncRun[]>('/api/directory/syncs', { cookie })).body;
    expect(run?.outcome).toBe(status === 200 ? 'previewed' : 'failed');
    await other.close();
  });
});
