import { describe, expect, it } from 'vitest';
import { aBooking, anApplication } from '../testing/samples.ts';
import { emptyApplication, type Application, type Person } from './application.ts';
import { problemsOf } from './checks.ts';
import { stepOf } from './steps.ts';

const now = Date.parse('2026-11-22T02:00:00Z');
const check = (change: (application: Application) => void, booking = aBooking()) => {
  const application = anApplication(now);
  change(application);
  return problemsOf(application, booking, now);
};
const companion = (change: Partial<Person> = {}): Person => ({
  name: '李雷',
  documentKind: 'PASSPORT',
  documentNumber: 'E12345678',
  mobile: '',
  ...change,
});

describe('an application', () => {
  it('that is complete has no problem', () => expect(check(() => undefined)).toEqual({}));

  it('that is empty names every needed field', () => {
    const paths = Object.keys(problemsOf(emptyApplication(), aBooking(), now));
    expect(paths).toEqual(
      expect.arrayContaining([
        'applicant.name',
        'applicant.organisation',
        'applicant.documentNumber',
        'applicant.mobile',
        'campusId',
        'unitId',
        'host',
        'period',
        'purpose',
        'reason',
        'noticeVersion',
        'consentIdentity',
      ]),
    );
    expect(paths).not.toContain('plate');
    expect(paths.filter((path) => !stepOf(path))).toEqual([]);
  });

  it('needs a right plate for a car, and none on foot', () => {
    expect(check((it) => (it.plate = '浙E123'))).toEqual({});
    expect(check((it) => Object.assign(it, { transport: 'car', plate: '浙E123' }))).toHaveProperty('plate');
    expect(check((it) => Object.assign(it, { transport: 'car', plate: '浙ED12345' }))).toEqual({});
  });

  it('says precisely what is wrong with a document number', () => {
    const wrong = (documentNumber: string) =>
      check((it) => (it.applicant.documentNumber = documentNumber))['applicant.documentNumber'];
    expect(wrong('330502199003071011')).toContain('校验码');
    expect(wrong('33050219900307101')).toContain('位数');
    expect(wrong('330502200102291236')).toContain('出生日期');
  });

  it('ties a mainland mobile to a resident card', () => {
    const mobile = (change: (application: Application) => void) => check(change)['applicant.mobile'];
    expect(mobile((it) => (it.applicant.mobile = '+85291234567'))).toContain('中国大陆');
    expect(
      mobile((it) =>
        Object.assign(it.applicant, { mobile: '+85291234567', documentKind: 'PASSPORT', documentNumber: 'E12345678' }),
      ),
    ).toBeUndefined();
  });

  it('takes a time that has passed for a problem', () => {
    const past = { from: '2026-11-21T01:00:00.000Z', until: '2026-11-21T02:00:00.000Z' };
    expect(check((it) => (it.period = past))).toHaveProperty('period');
  });

  it('wants the host typed where the policy matches name and mobile', () => {
    const booking = aBooking();
    booking.policy.host.input = 'match';
    expect(Object.keys(check(() => undefined, booking))).toEqual(['host.name', 'host.mobile']);
    expect(check((it) => Object.assign(it, { hostName: '杨思远', hostMobile: '13900139000' }), booking)).toEqual({});
  });
});

describe('companions', () => {
  it('need a name and a document, but no mobile', () => {
    expect(check((it) => it.companions.push(companion()))).toEqual({});
    expect(Object.keys(check((it) => it.companions.push(companion({ name: '', documentNumber: '1' }))))).toEqual([
      'companions.0.name',
      'companions.0.documentNumber',
    ]);
    expect(check((it) => it.companions.push(companion({ mobile: '123' })))).toHaveProperty(['companions.0.mobile']);
  });

  it('may not be the same person twice, however the number is written', () => {
    const twin = companion({ documentKind: 'PRC_ID', documentNumber: ' ３３０５０２１９９００３０７１０１３' });
    const problems = check((it) => it.companions.push(companion(), twin));
    expect(Object.keys(problems)).toEqual(['companions.1.documentNumber']);
  });
});
