import { describe, expect, it } from '@jest/globals';
import { takeEvents } from '../../kernel/aggregate-root.js';
import { type PartyMember } from './party-member.js';
import { type VisitApplication } from './visit-application.js';
import { Visit } from './visit.js';

const at = (time: string) => new Date(`2026-11-24T${time}:00+08:00`);

const person = (name: string, document: string): PartyMember => ({
  index: 0,
  personKeyId: 'k',
  name,
  organisation: null,
  documentKind: 'PRC_ID',
  documentMasked: '3****************3',
  documentTail: '1013',
  documentIndex: document,
  documentSealed: '',
  mobileMasked: null,
  mobileIndex: document === 'd1' ? 'm1' : null,
  mobileSealed: null,
});

function request(change: Partial<VisitApplication> = {}): Visit {
  return Visit.request(
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
      party: [person('陈明', 'd1'), person('李丽', 'd2')],
      noticeVersion: '1',
      policyVersion: 1,
      locale: 'zh',
      ...change,
    },
    at('08:00'),
  );
}

function pending(): Visit {
  const visit = request();
  takeEvents(visit);
  return visit;
}

describe('a visit', () => {
  it('begins as a request', () => {
    expect(takeEvents(request())).toMatchObject([{ type: 'visit.requested', visitId: 'v1', campusId: 'c1' }]);
  });

  it('takes each person once', () => {
    expect(() => request({ party: [person('陈明', 'd1'), person('李丽', 'd2'), person('陈明', 'd1')] })).toThrow(
      'visit.same-person-twice',
    );
  });

  it('names a plate exactly when it comes by car', () => {
    const plate = { number: '浙E12345', matchKey: '浙E12345' };
    expect(() => request({ transport: 'car' })).toThrow('request.invalid');
    expect(() => request({ plate })).toThrow('request.invalid');
    expect(() => request({ transport: 'car', plate })).not.toThrow();
  });

  it('is approved before its period is over', () => {
    const visit = pending();
    visit.approve(at('16:59'));
    expect(takeEvents(visit)).toMatchObject([{ type: 'visit.approved' }]);
    expect(() => pending().approve(at('17:00'))).toThrow('visit.period-over');
  });

  it('is decided once', () => {
    const visit = pending();
    visit.decline(at('08:30'));
    expect(() => visit.approve(at('08:31'))).toThrow('visit.wrong-status');
    expect(() => visit.cancel(null, at('08:31'))).toThrow('visit.wrong-status');
  });

  it('is cancelled while pending or approved', () => {
    const visit = pending();
    visit.approve(at('08:30'));
    visit.cancel('行程有变', at('08:40'));
    expect(takeEvents(visit).map(({ type }) => type)).toEqual(['visit.approved', 'visit.cancelled']);
  });

  it('expires only when its period is over', () => {
    expect(() => pending().expire(at('16:59'))).toThrow('visit.wrong-status');
    const visit = pending();
    visit.expire(at('17:00'));
    expect(takeEvents(visit)).toMatchObject([{ type: 'visit.expired' }]);
  });

  it('belongs to the phone that requested it', () => {
    expect([pending().wasRequestedBy('m1'), pending().wasRequestedBy('m2')]).toEqual([true, false]);
  });
});
