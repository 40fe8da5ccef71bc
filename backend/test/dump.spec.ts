import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client } from 'pg';
import { type VisitorVisit } from '@gatehouse/contract';
import { gates, people, seedSmallCampus } from '../seeds/small-campus.js';
import { presets } from '../src/policy/domain/presets.js';
import { Settings } from '../src/platform/settings.js';
import { approvedVisit, GateDevice, onPhone } from './support/at-the-gate.js';
import { aBooking, applicantMobile, companion, documents } from './support/booking.js';
import { dumpOf, filesBelow, needleOf, standsIn } from './support/database-dump.js';
import { House, idempotencyKey } from './support/house.js';
import { cameraPicture, upload } from './support/photos.js';
import { searchFor } from './support/search.js';
import { signInAs, visitorSignIn } from './support/sign-in.js';

const PLATE = '浙E7K8M9';
const REASON = '十分私人的事由';
const companionMobile = '13787654321';
const letter = Buffer.from(`%PDF-1.4\n% ${'secret paper of a visitor '.repeat(8)}\n%%EOF\n`);

let house: House;
let visitor: string;
let visit: VisitorVisit;
let photo: Buffer;
let log = '';
const write = process.stdout.write;

const secrets = () => [
  needleOf(documents.chen),
  needleOf(documents.lin),
  needleOf(applicantMobile),
  needleOf(companionMobile),
  needleOf('photo', photo.subarray(400, 424)),
  needleOf('photo as a whole', photo.subarray(-32)),
  needleOf('document', letter.subarray(9, 60)),
];
const names = () => ['陈明', '林芳芳', PLATE, REASON, '湖州市科技局'].map((word) => needleOf(word));
const all = async () => [
  ...(await dumpOf(house.database)),
  ...filesBelow(house.app.get(Settings).DATA_DIR),
  { table: 'log', text: Buffer.from(log) },
];

/** The rules of the manual, but that academic visits bring a letter. */
async function askForLetter(owner: Client): Promise<void> {
  const text = { zh: '介绍信', en: 'Letter' };
  const documents = [{ key: 'letter', text, guidance: text }];
  const purposes = presets.huzhou.purposes.map((one) => (one.key === 'academic' ? { ...one, documents } : one));
  await owner.query(
    `insert into policy_version (id, version, settings, active_from, created_by) values (gen_random_uuid(), 1, $1, '2020-01-01', '-')`,
    [JSON.stringify({ ...presets.huzhou, purposes })],
  );
}

beforeAll(async () => {
  process.stdout.write = (text: string | Uint8Array) => {
    log += String(text);
    return true;
  };
  house = await House.open({ env: { LOG_LEVEL: 'debug' }, seed: askForLetter });
  await seedSmallCampus(house.app);
  visitor = await visitorSignIn(house, applicantMobile);
  const sunLi = await signInAs(house, people.sunLi.number);
  const hook = { name: '大厅', url: 'https://hall.example.edu.cn/hook', events: ['visit.approved'] };
  await house.post('/api/webhooks', hook, { cookie: await signInAs(house, people.zhouTao.number) });
  photo = await cameraPicture();
  const paper = async (key: string) => ({
    key,
    ...(await upload(house, letter, { kind: 'document', type: 'application/pdf' })).body,
  });
  visit = await approvedVisit(
    house,
    {
      applicant: { ...aBooking().applicant, photo: (await upload(house, photo)).body },
      consentFace: true,
      companions: [{ ...companion('林芳芳', documents.lin), mobile: companionMobile }],
      transport: 'car',
      plate: PLATE,
      reason: REASON,
      documents: [await paper('letter')],
    },
    visitor,
  );
  const gate = await GateDevice.pair(house, gates.eastMain);
  house.clock.set('2026-11-24T01:00:00Z');
  const { phone } = await onPhone(house, visitor, visit.passes[0]?.id ?? '');
  await gate.letThrough(await phone.code(house.clock.now()), 'entry');
  await gate.ask(`PRC_ID|${documents.lin}`, { kind: 'document' });
  const office = await signInAs(house, people.zhaoQiang.number);
  await searchFor(house, 'people', documents.chen, office);
  const reveal = { fields: ['document', 'mobile'], reason: '核对身份' };
  await house.post(`/api/visits/${visit.id}/people/0/reveal`, reveal, { cookie: office });
  await house.post(
    '/api/blacklist',
    { name: '别人', mobile: '13700000009', level: 'watch', reason: '关注' },
    { cookie: sunLi },
  );
  await house.post('/api/passages/export', { filter: {}, reason: '检查' }, { cookie: office });
  house.clock.forward(8 * 3600);
  await gate.letThrough(await phone.code(house.clock.now()), 'exit');
  await house.settle();
});
afterAll(async () => {
  process.stdout.write = write;
  await house.close();
});

describe('a dump of the whole database, the files and the log', () => {
  it('holds no document number, phone, photo or paper of a visitor, in no form', async () => {
    expect(visit.number).toBeTruthy();
    expect(standsIn(await all(), secrets())).toEqual([]);
  });

  it('would show them: names do stand where they are searched, and nowhere in the log', async () => {
    const found = standsIn(await all(), names());
    expect(found).toEqual(
      expect.arrayContaining(['visit: 陈明', 'pass: 陈明', 'visit: 林芳芳', `visit: ${PLATE}`, `visit: ${REASON}`]),
    );
    expect(found.filter((place) => /^(log|audit|delivery|webhook|job_run)/.test(place))).toEqual([]);
    const planted = needleOf('x', Buffer.from('13912340001'));
    for (const form of [Buffer.from('a13912340001').toString('base64'), Buffer.from('13912340001').toString('hex')])
      expect(standsIn([{ table: 't', text: Buffer.from(form) }], [planted])).toEqual(['t: x']);
  });

  it('was of every table', async () => {
    const dump = await dumpOf(house.database);
    const written = dump.filter(({ text }) => text.length > 0).map(({ table }) => table);
    expect(dump.map(({ table }) => table)).toEqual(
      expect.arrayContaining([
        'job_run',
        'webhook_call',
        'saved_view',
        'person_words',
        'delivery',
        'passage_nonce',
        'legal_hold',
      ]),
    );
    expect(written).toEqual(
      expect.arrayContaining(
        ['audit_entry', 'consent', 'delivery', 'notice', 'pass', 'photo', 'visit'].filter(
          (table) => table !== 'passage_default',
        ),
      ),
    );
  });

  it('names nobody any more once the visitor asked for it', async () => {
    house.clock.set('2026-11-25T10:00:00Z');
    visitor = await visitorSignIn(house, applicantMobile);
    const headers = { 'idempotency-key': idempotencyKey() };
    const { body } = await house.post('/api/visitor/erasure', {}, { cookie: visitor, headers });
    expect(body).toMatchObject({ visits: 1, held: 0 });
    await house.settle();
    expect(standsIn(await all(), [...secrets(), ...names()])).toEqual([]);
  });
});
