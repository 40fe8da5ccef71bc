import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type VerdictAnswer } from '@gatehouse/contract';
import { gates, seedSmallCampus } from '../../seeds/small-campus.js';
import { approvedVisit, GateDevice, onPhone, type Phone } from '../support/at-the-gate.js';
import { applicantMobile } from '../support/booking.js';
import { House } from '../support/house.js';
import { visitorSignIn } from '../support/sign-in.js';

describe('a visitor with a pass at the gate', () => {
  let house: House;
  let visitor: string;
  let east: GateDevice;
  let south: GateDevice;
  let phone: Phone;
  let passId: string;

  beforeAll(async () => {
    house = await House.open({ now: '2026-11-23T01:00:00Z' });
    await seedSmallCampus(house.app);
    visitor = await visitorSignIn(house, applicantMobile);
    east = await GateDevice.pair(house, gates.eastMain);
    south = await GateDevice.pair(house, gates.eastSouth);
    passId = (await approvedVisit(house, {}, visitor)).passes[0]?.id ?? '';
    ({ phone } = await onPhone(house, visitor, passId));
  });
  afterAll(() => house.close());

  const code = () => phone.code(house.clock.now());
  const presence = async () =>
    (
      await house.database.query<Record<string, unknown>>(
        'select state, entries_used, reserved_nonce from presence where pass_id = $1',
        [passId],
      )
    ).rows[0];

  it('is too early before the period and its grace', async () => {
    house.clock.set('2026-11-24T00:29:00Z');
    const answer = await east.ask(await code());
    expect(answer).toMatchObject({ verdict: 'refuse', reason: 'TOO_EARLY', expiresAt: null });
    expect(answer.text.zh).toContain('11-24 08:30');
  });

  it('is admitted, and inside once the guard lets him pass', async () => {
    house.clock.set('2026-11-24T01:00:00Z');
    const answer = await east.ask(await code());
    expect(answer).toMatchObject({
      verdict: 'admit',
      reason: 'OK',
      confirmDocument: false,
      direction: 'entry',
      expiresAt: '2026-11-24T01:00:20.000Z',
      person: { name: '陈*', unitName: '计算机学院', hostName: '王静', plate: null, party: [] },
    });
    expect(JSON.stringify(answer)).not.toContain('陈明');
    expect(await presence()).toMatchObject({ state: 'outside', entries_used: 0 });

    const { body } = await east.confirm(answer.passage, 'admitted');
    expect(body).toEqual({ passage: answer.passage, outcome: 'admitted', duplicate: false });
    expect(await presence()).toEqual({ state: 'inside', entries_used: 1, reserved_nonce: null });
  });

  it('cannot enter a second time, neither with the same code nor with the next', async () => {
    expect((await south.ask(await code())).reason).toBe('STALE_WINDOW');
    house.clock.forward(60);
    const again = await south.ask(await code());
    expect(again.reason).toBe('ALREADY_INSIDE');
    expect(again.text.zh).toContain('东门');
  });

  it('leaves, cannot leave twice, and comes in again', async () => {
    expect(await south.letThrough(await code(), 'exit')).toBe('OK');
    house.clock.forward(60);
    expect(await south.letThrough(await code(), 'exit')).toBe('NOT_INSIDE');
    expect(await south.letThrough(await code(), 'entry')).toBe('OK');
    expect(await presence()).toMatchObject({ state: 'inside', entries_used: 2 });
    house.clock.forward(60);
    expect(await east.letThrough(await code(), 'exit')).toBe('OK');
  });

  it('gets the same answer for the same nonce, also at the same time, and one record', async () => {
    house.clock.forward(60);
    const question = east.question(await code());
    const answers = [...(await Promise.all([1, 2, 3].map(() => east.askRaw(question)))), await east.askRaw(question)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const { rows } = await house.database.query('select count(*)::int as n from passage where nonce = $1', [
      question.nonce,
    ]);
    expect(rows).toEqual([{ n: 1 }]);
    await east.confirm(answers[0]?.body.passage ?? '', 'refused');
  });

  it('is refused a screenshot older than the window', async () => {
    const shot = await code();
    house.clock.forward(90);
    expect((await east.ask(shot)).reason).toBe('STALE_WINDOW');
  });

  it('is held by one gate while it waits, and free again when that gate refuses', async () => {
    house.clock.forward(60);
    const first = await east.ask(await code());
    const second = await south.ask(await code());
    expect([first.reason, second.reason]).toEqual(['OK', 'ALREADY_INSIDE']);
    await east.confirm(first.passage, 'refused');
    const third = await south.ask(await code());
    expect(third.reason).toBe('OK');
    await south.confirm(third.passage, 'refused');
  });

  it('gets exactly one OK when many gates ask at once', async () => {
    house.clock.forward(60);
    const shown = await code();
    const answers = await Promise.all(Array.from({ length: 24 }, (_, at) => (at % 2 ? east : south).ask(shown)));
    expect(answers.filter(({ verdict }) => verdict === 'admit')).toHaveLength(1);
    expect(new Set(answers.map(({ passage }) => passage)).size).toBe(24);
    const held = answers.filter(({ reason }) => reason === 'ALREADY_INSIDE');
    expect(held).toHaveLength(23);
    house.clock.forward(30);
  });

  it('is free again when nobody confirmed the verdict, and letting pass late is stored as forced', async () => {
    const late = await east.ask(await code());
    house.clock.forward(21);
    const next = await south.ask(await code());
    expect([late.reason, next.reason]).toEqual(['OK', 'OK']);
    await south.confirm(next.passage, 'refused');
    expect((await east.confirm(late.passage, 'admitted')).body.outcome).toBe('admitted');
    const { rows } = await house.database.query('select outcome, forced, outcome_by from passage where id = $1', [
      late.passage,
    ]);
    expect(rows).toEqual([{ outcome: 'admitted', forced: true, outcome_by: '赵强' }]);
  });

  it('takes an outcome twice, and not two different ones', async () => {
    house.clock.forward(60);
    const { passage } = await east.ask(await code(), { direction: 'exit' });
    const first = await east.confirm(passage, 'admitted');
    expect(first.body.duplicate).toBe(false);
    expect((await east.confirm(passage, 'admitted')).body).toEqual({ passage, outcome: 'admitted', duplicate: true });
    const other = await east.confirm(passage, 'refused');
    expect([other.status, other.body]).toMatchObject([409, { code: 'passage.outcome-conflict' }]);
    expect((await south.confirm(passage, 'admitted')).status).toBe(404);
  });

  it('is found by pass number and by document, and then the document is compared', async () => {
    house.clock.forward(60);
    const { rows } = await house.database.query<{ number: string }>('select number from pass where id = $1', [passId]);
    const settle = async (answer: VerdictAnswer) => {
      expect(answer).toMatchObject({ verdict: 'admit', reason: 'CONFIRM_ID', confirmDocument: true });
      await east.confirm(answer.passage, 'refused');
    };
    await settle(await east.ask(rows[0]?.number ?? '', { kind: 'number' }));
    await settle(await east.ask('PRC_ID|33050219950515007x', { kind: 'document' }));
    expect((await east.ask('99999999', { kind: 'number' })).reason).toBe('UNKNOWN');
    expect((await east.ask('PRC_ID|330502199003071013', { kind: 'document' })).reason).toBe('UNKNOWN');
  });

  it('is too late after the period, and may still leave', async () => {
    house.clock.forward(60);
    expect(await east.letThrough(await code(), 'entry')).toBe('OK');
    house.clock.set('2026-11-24T09:00:00Z');
    expect((await east.ask(await code(), { direction: 'exit' })).reason).toBe('OK');
    house.clock.forward(60);
    expect((await east.ask(await code())).reason).toBe('TOO_LATE');
  });

  it('leaves one passage and one audit entry for every question, refused ones too', async () => {
    const { rows } = await house.database.query<Record<string, number>>(
      `select (select count(*)::int from passage) as passages, (select count(*)::int from passage_nonce) as nonces,
              (select count(*)::int from audit_entry where action = 'passage.judged' and actor_kind = 'device') as entries,
              (select count(*)::int from passage where outcome not in ('waiting', 'lapsed') and verdict = 'admit') as settled,
              (select count(*)::int from audit_entry where action in ('passage.admitted', 'passage.refused')) as outcomes`,
    );
    const { passages, nonces, entries, settled, outcomes } = rows[0] ?? {};
    expect(passages).toBeGreaterThan(40);
    expect([nonces, entries, outcomes]).toEqual([passages, passages, settled]);
  });
});
