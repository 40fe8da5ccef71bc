import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PassView, type ServerCodes } from '@gatehouse/contract';
import { gates, seedSmallCampus } from '../../seeds/small-campus.js';
import { approvedVisit, GateDevice, onPhone, Phone } from '../support/at-the-gate.js';
import { applicantMobile, companion, documents } from '../support/booking.js';
import { House } from '../support/house.js';
import { visitorSignIn } from '../support/sign-in.js';

describe('the pass page', () => {
  let house: House;
  let visitor: string;
  let east: GateDevice;
  let mine: string;
  let companions: string;

  beforeAll(async () => {
    house = await House.open({ now: '2026-11-23T01:00:00Z' });
    await seedSmallCampus(house.app);
    visitor = await visitorSignIn(house, applicantMobile);
    east = await GateDevice.pair(house, gates.eastMain);
    const visit = await approvedVisit(house, { companions: [companion('林芳', documents.lin)] }, visitor);
    [mine = '', companions = ''] = visit.passes.map(({ id }) => id);
    house.clock.set('2026-11-24T01:00:00Z');
    visitor = await visitorSignIn(house, applicantMobile);
  });
  afterAll(() => house.close());

  const show = async (id: string, publicKey?: string, cookie = visitor) =>
    house.get<PassView>(`/api/visitor/passes/${id}${publicKey ? `?publicKey=${publicKey}` : ''}`, { cookie });
  const now = () => house.clock.now();

  it('shows every person of the party an own pass', async () => {
    const { body } = await show(mine);
    expect(body).toMatchObject({
      state: 'active',
      personName: '陈明',
      campusName: '东校区',
      hostName: '王*',
      unitName: '计算机学院',
      passNumber: expect.stringMatching(/^\d{8}$/),
      key: 'none',
      certificate: null,
      visibleFrom: null,
      dailyHours: null,
      others: [{ id: companions, personName: '林*' }],
      period: { from: '2026-11-24T01:00:00.000Z', until: '2026-11-24T09:00:00.000Z' },
    });
    expect(body.gates.map(({ name }) => name)).toEqual(['东门', '南门']);
    expect((await show(companions)).body).toMatchObject({ personName: '林芳', others: [{ id: mine }] });
  });

  it('speaks English of the university, the campus and the unit to whoever reads English', async () => {
    const headers = { 'accept-language': 'en' };
    const { body } = await house.get<PassView>(`/api/visitor/passes/${mine}`, { cookie: visitor, headers });
    expect(body).toMatchObject({ organisation: 'Pinghu University', campusName: 'East Campus' });
    expect(body.unitName).toMatch(/^[A-Z]/);
  });

  it('is nobody else’s', async () => {
    const stranger = await visitorSignIn(house, '13700000000');
    expect((await show(mine, undefined, stranger)).body).toMatchObject({ code: 'pass.not-found' });
    expect((await onPhone(house, stranger, mine)).status).toBe(404);
    expect((await house.get(`/api/visitor/passes/${mine}/codes`, { cookie: stranger })).status).toBe(404);
    expect((await house.get(`/api/visitor/passes/${mine}`)).status).toBe(401);
  });

  it('takes the key of the first phone, again from the same phone, and from another one only when asked to move', async () => {
    const phone = new Phone();
    expect(await onPhone(house, visitor, mine, phone)).toMatchObject({ status: 200, view: { key: 'this' } });
    expect(await onPhone(house, visitor, mine, phone)).toMatchObject({ status: 200, view: { key: 'this' } });
    expect((await show(mine)).body.key).toBe('other');
    expect((await show(mine, phone.registration.publicKey)).body.key).toBe('this');

    const newPhone = new Phone();
    const refused = await onPhone(house, visitor, mine, newPhone);
    expect([refused.status, refused.view]).toMatchObject([409, { code: 'pass.on-another-phone' }]);
    expect(await onPhone(house, visitor, mine, newPhone, true)).toMatchObject({ status: 200, view: { key: 'this' } });
    expect((await east.ask(await phone.code(now()))).reason).toBe('REVOKED');
    const answer = await east.ask(await newPhone.code(now()));
    expect(answer.reason).toBe('OK');
    await east.confirm(answer.passage, 'refused');
  });

  it('refuses keys that are none, and a secret that another pass has', async () => {
    const phone = new Phone();
    const broken = { publicKey: Buffer.alloc(33, 5).toString('base64url'), secret: phone.registration.secret };
    const post = (id: string, body: object) => house.post(`/api/visitor/passes/${id}/key`, body, { cookie: visitor });
    expect((await post(companions, broken)).body).toMatchObject({ code: 'pass.key-invalid' });
    expect((await post(companions, { ...phone.registration, secret: 'short' })).status).toBe(422);
    await onPhone(house, visitor, mine, phone, true);
    expect((await post(companions, phone.registration)).body).toMatchObject({ code: 'pass.key-invalid' });
  });

  it('carries a certificate for gates that do not know the pass; online the server knows more', async () => {
    const { phone, view } = await onPhone(house, visitor, mine, new Phone(), true);
    const answer = await east.ask(await phone.longCode(view.certificate ?? '', now()));
    expect(answer).toMatchObject({ verdict: 'admit', reason: 'CONFIRM_ID', person: { name: '陈*' } });
    await east.confirm(answer.passage, 'refused');
    const { phone: next } = await onPhone(house, visitor, mine, new Phone(), true);
    expect((await east.ask(await phone.longCode(view.certificate ?? '', now()))).reason).toBe('REVOKED');
    expect((await east.ask(await next.longCode(view.certificate ?? '', now()))).reason).toBe('BAD_SIGNATURE');
  });

  it('lets the server hold the key for a phone that cannot', async () => {
    const path = `/api/visitor/passes/${companions}`;
    const held = await house.post<PassView>(`${path}/server-key`, {}, { cookie: visitor });
    expect(held.body).toMatchObject({ key: 'this' });
    expect((await house.post(`${path}/server-key`, {}, { cookie: visitor })).status).toBe(200);
    const { body } = await house.get<ServerCodes>(`${path}/codes`, { cookie: visitor });
    expect(body.codes).toHaveLength(20);
    expect((await east.ask(body.codes[0]?.code ?? '')).reason).toBe('OK');
    expect((await east.ask(body.codes[5]?.code ?? '')).reason).toBe('STALE_WINDOW');
    expect((await house.get(`/api/visitor/passes/${mine}/codes`, { cookie: visitor })).status).toBe(409);
  });

  it('keeps no secret in clear', async () => {
    const phone = new Phone();
    await onPhone(house, visitor, mine, phone, true);
    const { rows } = await house.database.query<{ row: string }>('select p::text as row from pass p where id = $1', [
      mine,
    ]);
    expect(rows[0]?.row).not.toContain(Buffer.from(phone.secret).toString('hex'));
  });

  it('ends with its period', async () => {
    house.clock.set('2026-11-24T09:00:00Z');
    visitor = await visitorSignIn(house, applicantMobile);
    expect((await show(mine)).body.state).toBe('expired');
    expect((await onPhone(house, visitor, mine, new Phone(), true)).view).toMatchObject({ code: 'pass.not-active' });
  });
});
