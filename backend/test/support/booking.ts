import { randomUUID } from 'node:crypto';
import { type BookingInfo, type RequestVisitInput, type VisitRequested } from '@gatehouse/contract';
import { campuses, people, units } from '../../seeds/small-campus.js';
import { type Answer, type House } from './house.js';

export const applicantMobile = '13912340001';

/** Valid resident numbers of nobody. */
export const documents = {
  chen: '33050219950515007X',
  lin: '330502199003071013',
  zhao: '410102200002290023',
};

/** A visitor with no companions, on foot, tomorrow nine to five, to 王静 of the computing college. */
export function aBooking(change: Partial<RequestVisitInput> = {}): RequestVisitInput {
  return {
    campusId: campuses.east.id,
    unitId: units.computing.id,
    host: { staffId: people.wangJing.id },
    transport: 'foot',
    period: { from: '2026-11-24T01:00:00Z', until: '2026-11-24T09:00:00Z' },
    purpose: 'academic',
    reason: '学术报告',
    applicant: {
      name: '陈明',
      organisation: '湖州市科技局',
      documentKind: 'PRC_ID',
      documentNumber: documents.chen,
      mobile: applicantMobile,
    },
    companions: [],
    noticeVersion: '2026-11-22',
    consentIdentity: true,
    ...change,
  };
}

export const companion = (name: string, documentNumber: string) => ({ name, documentKind: 'PRC_ID', documentNumber });

export function book(house: House, input = aBooking(), key: string = randomUUID()): Promise<Answer<VisitRequested>> {
  return house.post<VisitRequested>('/api/visits', input, { headers: { 'idempotency-key': key } });
}

export const bookingInfo = async (house: House): Promise<BookingInfo> =>
  (await house.get<BookingInfo>('/api/booking')).body;
