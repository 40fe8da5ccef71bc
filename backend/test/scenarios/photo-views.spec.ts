import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { type Dashboard, type DocumentClaim, type StaffVisit } from '@gatehouse/contract';
import sharp from 'sharp';
import { gates, people, seedSmallCampus } from '../../seeds/small-campus.js';
import { EndPhotoKeeping } from '../../src/visit/application/end-photo-keeping.js';
import { approvedVisit, GateDevice } from '../support/at-the-gate.js';
import { aBooking, applicantMobile, book, documents } from '../support/booking.js';
import { House } from '../support/house.js';
import { anUpload, cameraPicture, upload } from '../support/photos.js';
import { signInAs, visitorSignIn } from '../support/sign-in.js';

const { applicant } = aBooking();

describe('the photo of a visitor', () => {
  let house: House;
  let office: string;
  let visitId: string;
  let gate: GateDevice;
  let otherGate: GateDevice;

  beforeAll(async () => {
    house = await House.open({ now: '2026-11-23T01:00:00Z' });
    await seedSmallCampus(house.app);
    office = await signInAs(house, people.zhaoQiang.number);
    gate = await GateDevice.pair(house, gates.eastMain);
    otherGate = await GateDevice.pair(house, gates.eastMain);
    const form = { applicant: { ...applicant, photo: await anUpload(house) }, consentFace: true };
    visitId = (await approvedVisit(house, form, await visitorSignIn(house, applicantMobile))).id;
  });
  afterAll(() => house.close());

  const photo = (cookie: string, index = 0) => house.get(`/api/visits/${visitId}/people/${index}/photo`, { cookie });

  it('is seen by the approver of the visit and by the office, and by nobody else', async () => {
    const host = await signInAs(house, people.wangJing.number);
    const { status, headers, raw } = await photo(host);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'content-type': 'image/jpeg', 'cache-control': 'private, no-store' });
    expect((await sharp(raw).metadata()).exif).toBeUndefined();
    expect((await photo(office)).status).toBe(200);
    const uninvolved = await signInAs(house, people.liJianguo.number);
    expect((await photo(uninvolved)).status).toBe(404);
    expect((await photo(office, 1)).status).toBe(404);
    expect((await house.get(`/api/visits/${visitId}/people/0/photo`)).status).toBe(401);
  });

  it('is told of in the detail, and every look is written down', async () => {
    const { body } = await house.get<StaffVisit>(`/api/visits/${visitId}`, { cookie: office });
    expect(body.party.map(({ hasPhoto }) => hasPhoto)).toEqual([true]);
    const { rowCount } = await house.database.query(
      `select from audit_entry where action = 'photo.viewed' and subject_id = $1 and actor_kind = 'staff'`,
      [visitId],
    );
    expect(rowCount).toBe(2);
  });

  it('counts among the stored faces', async () => {
    const { body } = await house.get<Dashboard>('/api/dashboard', { cookie: office });
    expect(body.storedFaces).toEqual({ count: 1, warnAt: 80_000 });
  });

  it('stands beside the verdict of the device that asked, for 15 minutes', async () => {
    house.clock.set('2026-11-24T01:00:00Z');
    const { passage, reason } = await gate.ask(`PRC_ID|${documents.chen}`, { kind: 'document' });
    expect(reason).toBe('CONFIRM_ID');
    const look = (device: GateDevice) =>
      house.get(`/api/gate/v1/passages/${passage}/photo`, { headers: device.headers });
    expect((await look(gate)).status).toBe(200);
    expect((await look(otherGate)).status).toBe(404);
    house.clock.forward(15 * 60);
    expect((await look(gate)).status).toBe(404);
  });

  it('goes a day after the visit, and the audit tells of it', async () => {
    const keep = () => house.app.get(CommandBus).execute(new EndPhotoKeeping('face'));
    house.clock.set('2026-11-25T08:59:59Z');
    expect(await keep()).toBe(0);
    house.clock.set('2026-11-25T09:00:00Z');
    expect(await keep()).toBe(1);
    await house.settle();
    expect((await photo(await signInAs(house, people.zhaoQiang.number))).status).toBe(404);
    const { rows } = await house.database.query(`select details from audit_entry where action = 'photo.erased'`);
    expect(rows).toEqual([{ details: expect.objectContaining({ visitId, kind: 'face', reason: 'kept-long-enough' }) }]);
  });
});

describe('the documents of a visit', () => {
  let house: House;
  let office: string;

  beforeAll(async () => {
    house = await House.open({ now: '2026-11-23T01:00:00Z', preset: 'zhengzhou' });
    await seedSmallCampus(house.app);
    office = await signInAs(house, people.zhaoQiang.number);
  });
  afterAll(() => house.close());

  const pdf = Buffer.from('%PDF-1.4\n%%EOF\n');
  const form = (claims: DocumentClaim[]) =>
    aBooking({
      purpose: 'business',
      host: { name: people.wangJing.name, mobile: people.wangJing.mobile },
      documents: claims,
    });
  const claim = async (key: string, file: Buffer, type: string): Promise<DocumentClaim> => ({
    key,
    ...(await upload(house, file, { kind: 'document', type })).body,
  });

  it('are needed where the purpose asks for them', async () => {
    const one = await claim('health-code', await cameraPicture(), 'image/jpeg');
    const { status, body } = await book(house, form([one]));
    expect(status).toBe(422);
    expect(body).toMatchObject({ fields: [{ path: 'documents', code: 'visit.document-needed' }] });
  });

  it('are shown to staff, a PDF only as a download, and every look is written down', async () => {
    const claims = [
      await claim('health-code', await cameraPicture(), 'image/jpeg'),
      await claim('travel-code', pdf, 'application/pdf'),
    ];
    const { status, body: visit } = await book(house, form(claims));
    expect(status).toBe(201);
    const { body } = await house.get<StaffVisit>(`/api/visits/${visit.id}`, { cookie: office });
    expect(body.documents?.map(({ key, mediaType }) => [key, mediaType])).toEqual([
      ['health-code', 'image/jpeg'],
      ['travel-code', 'application/pdf'],
    ]);
    const see = (key: string) => house.get(`/api/visits/${visit.id}/documents/${key}`, { cookie: office });
    expect((await see('health-code')).headers['content-disposition']).toBe('inline');
    const download = await see('travel-code');
    expect(download.headers['content-disposition']).toMatch(/^attachment/);
    expect(download.raw).toEqual(pdf);
    expect((await see('other')).status).toBe(404);
    const { rowCount } = await house.database.query(`select from audit_entry where action = 'document.viewed'`);
    expect(rowCount).toBe(2);
  });

  it('of faces are not taken while faces are off', async () => {
    expect((await upload(house, await cameraPicture())).body).toMatchObject({ code: 'photo.off' });
  });
});
