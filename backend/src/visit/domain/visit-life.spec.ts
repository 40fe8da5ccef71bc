import { describe, expect, it } from '@jest/globals';
import { takeEvents } from '../../kernel/aggregate-root.js';
import { correctableFields, refuseOtherFields } from './correction.js';
import { type PartyMember } from './party-member.js';
import { Visit } from './visit.js';

const at = (time: string) => new Date(`2026-11-24T${time}:00+08:00`);

const person = (index: number, documentIndex: string): PartyMember => ({
  index,
  personKeyId: `k${index}`,
  name: '陈明',
  organisation: null,
  documentKind: 'PRC_ID',
  documentMasked: '3****************3',
  documentTail: '1013',
  documentIndex,
  documentSealed: '',
  mobileMasked: null,
  mobileIndex: null,
  mobileSealed: null,
});

function pending(): Visit {
  const visit = Visit.request(
    {
      id: 'v1',
      number: '20261124000001',
      requestKey: 'r1',
      campusId: 'c1',
      unitId: 'u1',
      hostId: 'wang',
      transport: 'foot',
      plate: null,
      period: { from: at('09:00'), until: at('17:00') },
      purpose: 'academic',
      reason: '学术报告',
      remark: null,
      party: [person(0, 'd0'), person(1, 'd1')],
      noticeVersion: '1',
      policyVersion: 1,
      locale: 'zh',
    },
    at('07:00'),
  );
  takeEvents(visit);
  return visit;
}

function approved(): Visit {
  const visit = pending();
  visit.approve(at('07:30'));
  takeEvents(visit);
  return visit;
}

const typesOf = (visit: Visit) => takeEvents(visit).map(({ type }) => type);
const aNote = { field: 'reason', note: '请写清楚' };

describe('a correction', () => {
  it('can be asked of people, plate, period and reason, and of a plate only when there is one', () => {
    expect(correctableFields([person(0, 'd0'), person(4, 'd4')], null)).toEqual([
      'applicant.name',
      'applicant.document',
      'applicant.mobile',
      'applicant.organisation',
      'companions.4.name',
      'companions.4.document',
      'companions.4.mobile',
      'period',
      'reason',
    ]);
    expect(correctableFields([], '浙E12345')).toContain('plate');
  });

  it('is asked while the visit is pending, and the same one once', () => {
    const visit = pending();
    visit.askForCorrection([aNote], '王静', at('07:10'));
    visit.askForCorrection([{ note: '请写清楚 ', field: 'reason' }], '王静', at('07:11'));
    expect(typesOf(visit)).toEqual(['visit.correction-asked']);
    expect(() => approved().askForCorrection([aNote], '王静', at('07:40'))).toThrow('visit.wrong-status');
  });

  it('names each field once, and one of the list', () => {
    const ask = (...fields: (typeof aNote)[]) => pending().askForCorrection(fields, '王静', at('07:10'));
    expect(() => ask()).toThrow('request.invalid');
    expect(() => ask(aNote, aNote)).toThrow('request.invalid');
    expect(() => ask({ field: 'plate', note: '没有车' })).toThrow('request.invalid');
  });

  it('is answered as asked: nothing else, nothing less', () => {
    expect(() => refuseOtherFields(['reason'], ['reason'])).not.toThrow();
    expect(() => refuseOtherFields(['reason', 'plate'], ['reason'])).toThrow('request.invalid');
    expect(() => refuseOtherFields([], ['reason'])).toThrow('request.invalid');
  });

  it('is given once', () => {
    const visit = pending();
    expect(() => visit.correct(visit.contents, at('07:20'))).toThrow('visit.no-correction-asked');
    visit.askForCorrection([aNote], '王静', at('07:10'));
    visit.correct({ ...visit.contents, reason: '学术年会' }, at('07:20'));
    expect(visit.contents.reason).toBe('学术年会');
    expect(() => visit.correct(visit.contents, at('07:21'))).toThrow('visit.no-correction-asked');
  });

  it('is moot once the approver decided all the same', () => {
    const visit = pending();
    visit.askForCorrection([aNote], '王静', at('07:10'));
    visit.approve(at('07:15'));
    expect(() => visit.askedFields).toThrow('visit.no-correction-asked');
  });
});

describe('a change', () => {
  it('puts an approved visit back to pending', () => {
    const visit = approved();
    visit.change({ ...visit.contents, reason: '改了' }, 0, 2, at('08:00'));
    expect(typesOf(visit)).toEqual(['visit.changed']);
    visit.approve(at('08:10'));
    expect(typesOf(visit)).toEqual(['visit.approved']);
  });

  it('without any difference is none', () => {
    const visit = approved();
    visit.change({ ...visit.contents }, 0, 2, at('08:00'));
    expect(typesOf(visit)).toEqual([]);
  });

  it('ends as long before the beginning as the policy says', () => {
    const change = (time: string, minutes: number) => {
      const visit = pending();
      visit.change({ ...visit.contents, reason: '改了' }, minutes, 1, at(time));
    };
    expect(() => change('08:59', 0)).not.toThrow();
    expect(() => change('09:00', 0)).toThrow('visit.change-too-late');
    expect(() => change('07:00', 120)).toThrow('visit.change-too-late');
  });

  it('keeps the application’s own rules', () => {
    const visit = pending();
    const change = (but: object) => visit.change({ ...visit.contents, ...but }, 0, 1, at('08:00'));
    expect(() => change({ transport: 'car' })).toThrow('request.invalid');
    expect(() => change({ party: [person(0, 'd0'), person(2, 'd0')] })).toThrow('visit.same-person-twice');
  });

  it('never gives the index of somebody who left the party to somebody else', () => {
    const visit = pending();
    expect(visit.nextSeat).toBe(2);
    visit.change({ ...visit.contents, party: [person(0, 'd0')] }, 0, 1, at('08:00'));
    expect(visit.nextSeat).toBe(2);
  });

  it('is for visits that are open', () => {
    const visit = pending();
    visit.decline(at('07:10'));
    expect(() => visit.change({ ...visit.contents, reason: '改了' }, 0, 1, at('08:00'))).toThrow('visit.wrong-status');
  });
});

describe('an extension', () => {
  it('is asked of an approved visit that is not over, for later', () => {
    expect(() => pending().askForExtension(at('18:00'), null, at('10:00'))).toThrow('visit.wrong-status');
    expect(() => approved().askForExtension(at('18:00'), null, at('17:00'))).toThrow('visit.period-over');
    expect(() => approved().askForExtension(at('17:00'), null, at('10:00'))).toThrow('request.invalid');
  });

  it('is one at a time; the same twice is one', () => {
    const visit = approved();
    visit.askForExtension(at('18:00'), null, at('10:00'));
    visit.askForExtension(at('18:00'), null, at('10:01'));
    expect(typesOf(visit)).toEqual(['visit.extension-asked']);
    expect(() => visit.askForExtension(at('19:00'), null, at('10:02'))).toThrow('visit.extension-open');
  });

  it('moves the end when agreed, and nothing when refused', () => {
    const visit = approved();
    visit.askForExtension(at('18:00'), null, at('10:00'));
    visit.refuseExtension(at('10:05'));
    expect(visit.contents.period.until).toEqual(at('17:00'));
    visit.askForExtension(at('18:00'), null, at('10:10'));
    visit.extend(at('10:15'));
    expect(visit.contents.period.until).toEqual(at('18:00'));
    expect(typesOf(visit).slice(1)).toEqual(['visit.extension-refused', 'visit.extension-asked', 'visit.extended']);
  });

  it('agreed too late is over', () => {
    const visit = approved();
    visit.askForExtension(at('18:00'), null, at('16:00'));
    expect(() => visit.extend(at('17:00'))).toThrow('visit.period-over');
  });
});

describe('what a host does with a visit', () => {
  const said = (visit: Visit) => takeEvents(visit).map(({ type }) => type);

  it('less time lies within what was asked for', () => {
    const visit = pending();
    takeEvents(visit);
    const shorten = (from: string, until: string) => () =>
      visit.shorten({ from: at(from), until: at(until) }, '王静', at('08:00'));
    for (const wrong of [shorten('08:30', '12:00'), shorten('10:00', '17:30'), shorten('12:00', '12:00')])
      expect(wrong).toThrow('request.invalid');
    shorten('09:00', '17:00')();
    expect(said(visit)).toEqual([]);
    shorten('10:00', '12:00')();
    expect(said(visit)).toEqual(['visit.shortened']);
    expect(visit.contents.period).toEqual({ from: at('10:00'), until: at('12:00') });
  });

  it('an approved visit is taken back with a reason, once, before its end', () => {
    const visit = approved();
    expect(() => visit.revoke(' ', '王静', at('10:00'))).toThrow('request.invalid');
    expect(() => visit.revoke('改期', '王静', at('17:00'))).toThrow('visit.period-over');
    visit.revoke('改期', '王静', at('10:00'));
    expect(said(visit)).toEqual(['visit.revoked']);
    expect(() => visit.revoke('改期', '王静', at('10:01'))).toThrow('visit.wrong-status');
  });

  it('its end is moved ahead of now, and whether somebody stays is asked anew', () => {
    const visit = approved();
    visit.watchStay(at('16:40'));
    visit.watchStay(at('16:45'));
    expect(said(visit)).toEqual(['visit.end-neared']);
    expect(() => visit.moveEnd(at('16:45'), '王静', at('16:45'))).toThrow('request.invalid');
    visit.moveEnd(at('19:00'), '王静', at('16:45'));
    visit.watchStay(at('16:46'));
    visit.watchStay(at('18:40'));
    expect(said(visit)).toEqual(['visit.end-moved', 'visit.end-neared']);
  });

  it('its host is asked again by the office, but not within ten minutes', () => {
    const visit = approved();
    visit.chaseStay('赵强', at('17:10'));
    expect(() => visit.chaseStay('赵强', at('17:19'))).toThrow('visit.just-asked');
    visit.chaseStay('赵强', at('17:20'));
    expect(said(visit)).toEqual(['visit.stay-chased', 'visit.stay-chased']);
  });

  it('is prolonged by the office although it has expired, for a day at most', () => {
    const visit = approved();
    visit.expire(at('17:00'));
    expect(() => visit.prolong(at('16:59'), '会议', '赵强', at('17:30'))).toThrow('request.invalid');
    expect(() => visit.prolong(at('17:20'), '会议', '赵强', at('17:30'))).toThrow('request.invalid');
    visit.prolong(at('19:00'), '会议', '赵强', at('17:30'));
    expect(said(visit)).toEqual(['visit.expired', 'visit.end-moved']);
    visit.watchStay(at('18:40'));
    expect(said(visit)).toEqual(['visit.end-neared']);
  });

  it('an answer is not asked for twice; without “left” the office hears of it', () => {
    const visit = approved();
    visit.watchStay(at('16:40'));
    visit.answerStay('unknown', '王静', at('16:50'));
    visit.answerStay('unknown', '王静', at('16:51'));
    visit.watchStay(at('17:00'));
    visit.watchStay(at('18:00'));
    expect(said(visit)).toEqual(['visit.end-neared', 'visit.stay-answered', 'visit.overstayed']);
  });
});
