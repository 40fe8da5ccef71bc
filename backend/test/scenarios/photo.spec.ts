import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { type ConsentWithdrawal, type Problem, type VisitorConsent } from '@gatehouse/contract';
import sharp from 'sharp';
import { seedSmallCampus } from '../../seeds/small-campus.js';
import { PurgeUploads } from '../../src/photo/application/purge-uploads.js';
import { Photos } from '../../src/photo/public.js';
import { Settings } from '../../src/platform/settings.js';
import { aBooking, applicantMobile, book, companion, documents } from '../support/booking.js';
import { House } from '../support/house.js';
import { anUpload, aPicture, cameraPicture, upload } from '../support/photos.js';
import { visitorSignIn } from '../support/sign-in.js';

let house: House;
let visitor: string;
let stranger: string;

beforeAll(async () => {
  house = await House.open({ now: '2026-11-23T01:00:00Z' });
  await seedSmallCampus(house.app);
  visitor = await visitorSignIn(house, applicantMobile);
  stranger = await visitorSignIn(house, '13912340009');
});
afterAll(() => house.close());

const files = (): string[] => {
  const root = join(house.app.get(Settings).DATA_DIR, 'photos');
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
};

/** Another hour for every booking: nobody may come twice at once. */
let hour = 0;
const aBookingAt = (change: Parameters<typeof aBooking>[0] = {}) => {
  const from = new Date(Date.parse('2026-11-24T01:00:00Z') + hour++ * 3_600_000);
  return aBooking({
    period: { from: from.toISOString(), until: new Date(from.getTime() + 3_600_000).toISOString() },
    ...change,
  });
};
const withPhoto = async (change: Parameters<typeof aBooking>[0] = {}) => {
  const { applicant } = aBooking();
  return aBookingAt({ applicant: { ...applicant, photo: await anUpload(house) }, consentFace: true, ...change });
};
const faultsOf = (body: unknown) => (body as Problem).fields?.map(({ path, code }) => [path, code]);

describe('an upload', () => {
  it('is judged by its first bytes, not by its name', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
    expect((await upload(house, svg)).body).toMatchObject({ code: 'photo.wrong-type' });
    expect((await upload(house, Buffer.from('GIF89a'))).status).toBe(422);
    expect((await upload(house, Buffer.from('%PDF-1.7'), { kind: 'face' })).body).toMatchObject({
      code: 'photo.wrong-type',
    });
  });

  it('is refused when it only begins like a picture', async () => {
    const cut = (await cameraPicture()).subarray(0, 400);
    expect((await upload(house, cut)).body).toMatchObject({ code: 'photo.unreadable' });
  });

  it('is at most 500 KB for a face', async () => {
    const big = Buffer.concat([await cameraPicture(), Buffer.alloc(512 * 1024)]);
    expect((await upload(house, big)).body).toMatchObject({ code: 'photo.too-large' });
    expect((await upload(house, Buffer.alloc(6 * 1024 * 1024))).status).toBe(413);
  });

  it.each([
    ['photo.too-small', () => aPicture(200, 260)],
    ['photo.too-dark', () => aPicture(800, 1000, { light: 12, contrast: 12 })],
    ['photo.too-bright', () => aPicture(800, 1000, { light: 250, contrast: 6 })],
    ['photo.blurred', () => aPicture().blur(14)],
  ])('of a face says what is wrong: %s', async (code, picture) => {
    const { status, body } = await upload(house, await picture().jpeg().toBuffer());
    expect({ status, body }).toMatchObject({ status: 422, body: { code, detail: expect.any(String) } });
    expect((body as unknown as Problem).next).toBeTruthy();
  });

  it('of a document is not taken where no purpose asks for one', async () => {
    expect((await upload(house, await cameraPicture(), { kind: 'document' })).body).toMatchObject({
      code: 'photo.not-asked-for',
    });
  });

  it('goes after a day when no form was sent', async () => {
    const { id } = await anUpload(house);
    const before = files().length;
    house.clock.forward(24 * 3600);
    expect(await house.app.get(CommandBus).execute(new PurgeUploads())).toBeGreaterThan(0);
    await house.settle();
    expect(files().length).toBeLessThan(before);
    const { rows } = await house.database.query('select file_key, erased_at from photo where id = $1', [id]);
    expect(rows).toEqual([{ file_key: null, erased_at: expect.any(Date) }]);
    house.clock.forward(-24 * 3600);
  });
});

describe('a face photo of a visit', () => {
  it('is kept upright and small, without anything the camera wrote, and sealed', async () => {
    const { status, body } = await book(house, await withPhoto());
    expect(status).toBe(201);
    const opened = await house.app.get(Photos).face(body.id, 0);
    const kept = await sharp(opened?.bytes).metadata();
    expect(kept).toMatchObject({ format: 'jpeg', width: 800, height: 1000 });
    expect([kept.exif, kept.orientation, kept.xmp, kept.icc]).toEqual([undefined, undefined, undefined, undefined]);
    for (const file of files()) {
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(
        await sharp(readFileSync(file))
          .metadata()
          .catch(() => 'sealed'),
      ).toBe('sealed');
    }
  });

  it('needs a consent of its own', async () => {
    const { status, body } = await book(house, await withPhoto({ consentFace: false }));
    expect([status, faultsOf(body)]).toEqual([422, [['consentFace', 'visit.face-consent-needed']]]);
  });

  it('is never needed', async () => {
    expect((await book(house, aBookingAt({ consentFace: false }))).status).toBe(201);
  });

  it('is claimed once, and only with its token', async () => {
    const photo = await anUpload(house);
    const { applicant } = aBooking();
    const form = (claim: typeof photo) => aBookingAt({ applicant: { ...applicant, photo: claim }, consentFace: true });
    const wrong = await book(house, form({ ...photo, token: 'x'.repeat(32) }));
    expect(faultsOf(wrong.body)).toEqual([['applicant.photo', 'photo.upload-gone']]);
    expect((await book(house, form(photo))).status).toBe(201);
    const again = await book(house, form(photo));
    expect(faultsOf(again.body)).toEqual([['applicant.photo', 'photo.upload-gone']]);
  });

  it('becomes unreadable when the key of its person is destroyed', async () => {
    const { body } = await book(house, await withPhoto());
    await house.database.query(
      `update person_key set wrapped = null where id = (select person_key_id from photo where visit_id = $1)`,
      [body.id],
    );
    expect(await house.app.get(Photos).face(body.id, 0)).toBeNull();
  });
});

describe('consents', () => {
  it('are kept one by one: sentence, time and address, nothing in clear', async () => {
    const { applicant } = aBooking();
    const companions = [{ ...companion('林晓', documents.lin), photo: await anUpload(house) }];
    const form = aBookingAt({
      applicant: { ...applicant, photo: await anUpload(house) },
      companions,
      consentFace: true,
    });
    const { body } = await book(house, form);
    const { rows } = await house.database.query(
      `select kind, person_index, notice_version, length(text_hash) as hash, withdrawn_at,
              address_sealed = '127.0.0.1'::bytea as clear from consent where visit_id = $1 order by kind, person_index`,
      [body.id],
    );
    const row = { notice_version: '2026-11-22', hash: 32, withdrawn_at: null, clear: false };
    expect(rows).toEqual([
      { ...row, kind: 'face', person_index: 0 },
      { ...row, kind: 'face', person_index: 1 },
      { ...row, kind: 'identity', person_index: 0 },
    ]);
  });

  it('are shown to the phone that gave them, and to no other', async () => {
    const { body } = await house.get<VisitorConsent[]>('/api/visitor/consents', { cookie: visitor });
    expect(body.length).toBeGreaterThan(3);
    expect(body[0]).toEqual({
      id: expect.any(String),
      kind: expect.stringMatching(/identity|face/),
      visitNumber: expect.stringMatching(/^\d{14}$/),
      personName: expect.stringContaining('*'),
      version: '2026-11-22',
      givenAt: expect.any(String),
      withdrawnAt: null,
    });
    expect((await house.get('/api/visitor/consents', { cookie: stranger })).body).toEqual([]);
  });

  it('to faces can be withdrawn: the photos are gone, files and keys, and the visits go on', async () => {
    const { body: visit } = await book(house, await withPhoto());
    const withdraw = (cookie: string) =>
      house.post<ConsentWithdrawal>('/api/visitor/consents/face/withdrawal', {}, { cookie });

    expect((await withdraw(stranger)).body).toEqual({ withdrawn: 0, erasedPhotos: 0 });
    const { body } = await withdraw(visitor);
    expect(body.withdrawn).toBeGreaterThan(1);
    expect(body.erasedPhotos).toBe(body.withdrawn);
    await house.settle();

    expect(await house.app.get(Photos).face(visit.id, 0)).toBeNull();
    expect(files()).toHaveLength((await house.database.query('select from photo where erased_at is null')).rowCount!);
    expect((await withdraw(visitor)).body).toEqual({ withdrawn: 0, erasedPhotos: 0 });
    const { rows } = await house.database.query(
      `select details ->> 'erasedPhotos' as erased from audit_entry where action = 'consent.withdrawn' and subject_id = $1`,
      [visit.id],
    );
    expect(rows).toEqual([{ erased: '1' }]);
    const status = await house.database.query('select status from visit where id = $1', [visit.id]);
    expect(status.rows).toEqual([{ status: 'pending' }]);
  });
});

describe('somebody under 14', () => {
  const child = companion('陈小小', '330502201803071011');

  it('needs a guardian with name, phone and consent', async () => {
    const { status, body } = await book(house, aBookingAt({ companions: [child] }));
    expect([status, faultsOf(body)]).toEqual([422, [['companions.0.guardian', 'visit.guardian-needed']]]);
    const guardian = { name: '陈明', mobile: '139', consent: false };
    const half = await book(house, aBookingAt({ companions: [{ ...child, guardian }] }));
    expect(faultsOf(half.body)?.map(([path]) => path)).toEqual([
      'companions.0.guardian',
      'companions.0.guardian.mobile',
    ]);
  });

  it('comes with one, whose consent is kept sealed', async () => {
    const guardian = { name: '陈明', mobile: applicantMobile, consent: true };
    const { status, body } = await book(house, aBookingAt({ companions: [{ ...child, guardian }] }));
    expect(status).toBe(201);
    const { rows } = await house.database.query<{ sealed: string }>(
      `select encode(guardian_sealed, 'escape') as sealed from consent where visit_id = $1 and kind = 'guardian'`,
      [body.id],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.sealed).not.toContain(applicantMobile);
  });

  it('with another document is asked for by a tick', async () => {
    const passport = { ...companion('Lily', 'E12345678'), documentKind: 'PASSPORT', under14: true };
    const { body } = await book(house, aBookingAt({ companions: [passport] }));
    expect(faultsOf(body)).toEqual([['companions.0.guardian', 'visit.guardian-needed']]);
  });
});

describe('the notices', () => {
  it('stay readable, all versions', async () => {
    const { body } = await house.get<{ version: string }[]>('/api/notices');
    expect(body.map(({ version }) => version)).toEqual(['2026-11-22', '2026-11-01']);
    const old = await house.get<{ zh: string; isCurrent: boolean }>('/api/notices/2026-11-01');
    expect(old.body).toMatchObject({ isCurrent: false, zh: expect.stringContaining('保卫处') });
    expect((await house.get('/api/notices/1999-01-01')).status).toBe(404);
  });
});
