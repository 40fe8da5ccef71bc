import { type PassView } from '@gatehouse/contract/passage';
import { type BookingInfo } from '@gatehouse/contract/visit';
import { addDays, campusDate, instantOf } from '../../shared/campus-time.ts';
import { emptyApplication, type Application } from '../apply/application.ts';

/** What the specs begin with; each changes what it is about. */
export const aBooking = (): BookingInfo => ({
  organisation: '平湖大学',
  organisationEn: 'Pinghu University',
  campuses: [
    { id: 'east', name: '东校区', nameEn: 'East', address: '', gates: [] },
    { id: 'west', name: '西校区', nameEn: 'West', address: '', gates: [] },
  ],
  policy: {
    preset: 'huzhou',
    host: { input: 'pick' },
    period: {
      mode: 'span',
      maxDays: 3,
      maxAheadDays: 14,
      leadMinutes: 0,
      dailyFrom: '07:00',
      dailyUntil: '22:00',
      graceMinutes: 0,
      closedDays: [],
    },
    party: { maxCompanions: 5 },
    approval: { leader: 'never', leaderFromPartySize: 0 },
    changeUntilMinutes: 0,
    pass: { entries: null, reserveSeconds: 20, visibleBeforeMinutes: null },
    invitation: { preApproved: true },
    face: { enabled: false, keepHours: 24 },
    documents: { keepDays: 30 },
    purposes: [{ key: 'academic', text: { zh: '学术交流', en: 'Academic' }, documents: [] }],
  },
  notice: {
    version: '1',
    zh: '告知',
    en: 'Notice',
    consents: {
      identity: { zh: '同意核验', en: 'Identity' },
      face: { zh: '同意照片', en: 'Face' },
      guardian: { zh: '监护人同意', en: 'Guardian' },
    },
  },
  now: '2026-11-22T02:00:00Z',
  demo: false,
});

export function anApplication(now = Date.now()): Application {
  const tomorrow = addDays(campusDate(now), 1);
  return {
    ...emptyApplication(),
    applicant: {
      name: '陈小明',
      documentKind: 'PRC_ID',
      documentNumber: '330502199003071013',
      mobile: '13800138000',
      organisation: '个人',
    },
    campusId: 'east',
    unit: { id: 'u1', name: '信息化办公室' },
    host: { id: 'h1', name: '杨*' },
    period: {
      from: new Date(instantOf(tomorrow, '09:00')).toISOString(),
      until: new Date(instantOf(tomorrow, '11:00')).toISOString(),
    },
    purpose: 'academic',
    reason: '研讨会',
    noticeRead: true,
    consentIdentity: true,
  };
}

export const aPass = (): PassView => ({
  id: 'p1',
  visitId: 'v1',
  visitNumber: '20261122000001',
  state: 'active',
  organisation: '平湖大学',
  personName: '陈*明',
  documentMasked: '3***************13',
  campusName: '东校区',
  gates: [{ name: '东门', nameEn: 'East Gate', hint: '' }],
  period: { from: '2026-11-22T01:00:00.000Z', until: '2026-11-22T09:00:00.000Z' },
  dailyHours: null,
  plate: null,
  unitName: '信息化办公室',
  hostName: '杨*',
  passNumber: '48210937',
  key: 'none',
  certificate: null,
  visibleFrom: null,
  others: [],
  personIndex: 0,
  inside: false,
  leftClaimedAt: null,
  canShare: false,
  exitOnly: false,
  now: '2026-11-22T02:00:00.000Z',
});
