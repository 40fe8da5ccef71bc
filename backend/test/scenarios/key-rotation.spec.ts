import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type RevealedPerson, type VisitorVisit, type VisitScreening } from '@gatehouse/contract';
import { gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { AuditSealer } from '../../src/platform/audit/audit-sealer.js';
import { Checkpoints } from '../../src/platform/audit/checkpoints.js';
import { checkDatabase } from '../../src/platform/audit/verify/read-database.js';
import { BlindIndex } from '../../src/platform/crypto/blind-index.js';
import { KeyRing } from '../../src/platform/crypto/key-ring.js';
import { KeyRotation } from '../../src/platform/crypto/key-rotation.js';
import { MasterKey } from '../../src/platform/crypto/master-key.js';
import { seal } from '../../src/platform/crypto/sealed-box.js';
import { Database } from '../../src/platform/database/database.js';
import { Settings } from '../../src/platform/settings.js';
import { approvedVisit, GateDevice, onPhone } from '../support/at-the-gate.js';
import { applicantMobile, companion, documents } from '../support/booking.js';
import { House } from '../support/house.js';
import { anUpload } from '../support/photos.js';
import { searchFor } from '../support/search.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

let house: House;
let office: string;
let visitor: string;
let visit: VisitorVisit;
let gate: GateDevice;
let code: () => Promise<string>;

const rotation = () => house.app.get(KeyRotation);
const master = () => house.app.get(MasterKey);
const remaining = async () => Object.values(await rotation().remaining()).reduce((sum, count) => sum + count, 0);
const reveal = (index: number) =>
  house.post<RevealedPerson>(
    `/api/visits/${visit.id}/people/${index}/reveal`,
    { fields: ['document', 'mobile'], reason: '核对身份' },
    { cookie: office },
  );

/** Every column of the database in which one of these bytes stand, as text or as hexadecimal. */
async function columnsWith(values: Buffer[]): Promise<string[]> {
  const { rows } = await house.database.query<{ table: string; column: string }>(`
    select table_name as table, column_name as column from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE'`);
  const found: string[] = [];
  for (const { table, column } of rows) {
    const query = `select from "${table}" where "${column}"::text like any($1::text[]) limit 1`;
    const { rowCount } = await house.database.query(query, [values.map((value) => `%${value.toString('hex')}%`)]);
    if (rowCount) found.push(`${table}.${column}`);
  }
  return found.sort();
}

beforeAll(async () => {
  house = await House.open();
  await seedSmallCampus(house.app);
  office = await signInAs(house, people.sunLi.number);
  visitor = await visitorSignIn(house, applicantMobile);
  visit = await approvedVisit(house, { companions: [companion('林芳', documents.lin)] }, visitor);
  gate = await GateDevice.pair(house, gates.eastMain);
  const { phone } = await onPhone(house, visitor, visit.passes[0]?.id ?? '');
  house.clock.set('2026-11-24T01:00:00Z');
  code = () => phone.code(house.clock.now());
  office = await signInAs(house, people.sunLi.number);
  visitor = await visitorSignIn(house, applicantMobile);
  await anUpload(house);
  const listed = { name: '林芳', documentNumber: documents.lin, level: 'watch', reason: '关注' };
  expect((await house.post('/api/blacklist', listed, { cookie: office })).status).toBe(201);
  await house.settle();
});
afterAll(() => house.close());

describe('a new master key', () => {
  const folder = () => join(house.app.get(Settings).DATA_DIR, 'keys');

  it('also unwraps what earlier releases wrapped without naming the key', async () => {
    const { rows } = await house.database.query<{ id: string; wrapped: Buffer }>(
      'select id, wrapped from person_key limit 1',
    );
    const [row] = rows;
    const plain = master().unwrap(row?.wrapped ?? Buffer.alloc(0), `person:${row?.id}`);
    const key = Buffer.from(readFileSync(join(folder(), 'master.key'), 'utf8'), 'base64');
    const unmarked = seal(key, plain, `master:person:${row?.id}`);
    await house.database.query('update person_key set wrapped = $2 where id = $1', [row?.id, unmarked]);
    expect((await reveal(0)).status).toBe(200);
    expect(await remaining()).toBe(1);
  });

  it('leaves everything readable while both are there', async () => {
    const before = readFileSync(join(folder(), 'master.key'), 'utf8');
    master().renewFile();
    expect(readFileSync(join(folder(), 'master.key'), 'utf8')).not.toBe(before);
    expect(await remaining()).toBeGreaterThan(5);
    house.app.get(KeyRing).forget();
    expect((await reveal(0)).body).toMatchObject({ documentNumber: documents.chen });
    const next = await approvedVisit(
      house,
      { period: { from: '2026-11-25T01:00:00Z', until: '2026-11-25T09:00:00Z' } },
      visitor,
    );
    expect(next.status).toBe('approved');
  });

  it('is carried on after a crash in the middle, and does nothing twice', async () => {
    const all = await remaining();
    const wrap = jest.spyOn(master(), 'wrap');
    let left = 1;
    const really = MasterKey.prototype.wrap;
    wrap.mockImplementation((plain, purpose) => {
      if (purpose.startsWith('person:') && left-- === 0) throw new Error('the machine went off');
      return really.call(master(), plain, purpose);
    });
    await expect(rotation().rewrap()).rejects.toThrow('went off');
    wrap.mockRestore();
    const after = await remaining();
    expect(after).toBeGreaterThan(0);
    expect(after).toBeLessThan(all);
    expect((await reveal(1)).body).toMatchObject({ documentNumber: documents.lin });
    expect(await rotation().rewrap()).toBe(after);
    expect(await rotation().rewrap()).toBe(0);
  });

  it('stands alone once the key before is gone', async () => {
    expect(await remaining()).toBe(0);
    master().forgetBefore();
    expect(existsSync(join(folder(), 'master.before.key'))).toBe(false);
    expect(master().isBeingRenewed).toBe(false);
    house.app.get(KeyRing).forget();
    expect((await reveal(0)).body).toMatchObject({ documentNumber: documents.chen, mobile: `+86${applicantMobile}` });
    expect(await gate.letThrough(await code(), 'entry')).toBe('OK');
  });
});

describe('a new key of the blind indexes', () => {
  const indexes = async () => {
    const blind = house.app.get(BlindIndex);
    return Promise.all([
      blind.of('document', `PRC_ID|${documents.chen}`),
      blind.of('document', `PRC_ID|${documents.lin}`),
      blind.of('mobile', `+86${applicantMobile}`),
      blind.of('mobile', people.wangJing.mobile),
    ]);
  };
  let before: Buffer[];

  it('that crashes in the middle has changed nothing', async () => {
    before = await indexes();
    expect((await columnsWith(before)).length).toBeGreaterThan(4);
    let statements = 0;
    const original = Database.prototype.run;
    const spy = jest.spyOn(Database.prototype, 'run').mockImplementation(function (this: Database, query) {
      if (++statements === 5) return Promise.reject(new Error('the machine went off'));
      return original.call(this, query);
    });
    await expect(rotation().renewIndexes()).rejects.toThrow('went off');
    spy.mockRestore();
    expect(await indexes()).toEqual(before);
  });

  it('replaces every index that is stored, but in the audit', async () => {
    expect(await rotation().renewIndexes()).toBe(2);
    const after = await indexes();
    for (const [at, index] of after.entries()) expect(index).not.toEqual(before[at]);
    expect((await columnsWith(before)).filter((column) => !column.startsWith('audit_entry.'))).toEqual([]);
    expect(await columnsWith(after)).toEqual(
      expect.arrayContaining([
        'blacklist_entry.keys',
        'pass.document_index',
        'staff_member.mobile_index',
        'visit.party',
      ]),
    );
  });

  it('lets everybody be found as before: session, search, gate, blacklist', async () => {
    expect((await house.get(`/api/visitor/visits/${visit.id}`, { cookie: visitor })).status).toBe(200);
    const { body } = await searchFor<unknown>(house, 'visits', documents.chen, office);
    expect(body.items.length).toBeGreaterThan(0);
    const { reason } = await gate.ask(`PRC_ID|${documents.lin}`, { kind: 'document' });
    expect(reason).toBe('CONFIRM_ID');
    const screening = await house.get<VisitScreening>(`/api/visits/${visit.id}/screening`, { cookie: office });
    expect(screening.body.people[1]?.hits).toHaveLength(1);
    house.clock.forward(61);
    const again = await visitorSignIn(house, applicantMobile);
    expect((await house.get(`/api/visitor/visits/${visit.id}`, { cookie: again })).status).toBe(200);
  });
});

describe('new keys that sign', () => {
  it('are known at once and used a day later; what earlier ones signed stays good', async () => {
    const ring = house.app.get(KeyRing);
    const earlier = await house.app.get(Checkpoints).make();
    const renewed = await rotation().renewSigning();
    expect(renewed.map(({ purpose }) => purpose)).toEqual(['issuer', 'bundle', 'checkpoint']);
    expect((await ring.signing('checkpoint')).version).toBe(1);
    expect((await ring.signingVersions('checkpoint')).map(({ version }) => version)).toEqual([1, 2]);
    house.clock.forward(24 * 3600);
    expect((await ring.signing('checkpoint')).version).toBe(2);
    const later = await house.app.get(Checkpoints).make();
    expect([earlier?.keyVersion, later?.keyVersion]).toEqual([1, 2]);
    expect(later?.publicKey).not.toBe(earlier?.publicKey);
    await house.app.get(AuditSealer).sweep();
    const report = await checkDatabase(
      house.appUrl,
      [earlier, later].filter((file) => file !== null && file !== undefined),
    );
    expect(report).toMatchObject({ found: 0 });
  });

  it('leave their word in the audit', async () => {
    const { rows } = await house.database.query<{ subject_id: string }>(
      `select subject_id from audit_entry where action = 'keys.renewed' order by subject_id`,
    );
    expect(rows.map((row) => row.subject_id)).toEqual(
      expect.arrayContaining(['blind-index', 'checkpoint', 'issuer', 'master']),
    );
  });
});
