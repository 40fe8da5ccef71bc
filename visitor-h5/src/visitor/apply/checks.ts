import { type PeriodValue } from '@gatehouse/contract/common';
import { type BookingInfo } from '@gatehouse/contract/visit';
import { checkIdentityDocument } from '@gatehouse/contract/rules/identity-document';
import { checkMobile } from '@gatehouse/contract/rules/mobile-number';
import { checkName } from '@gatehouse/contract/rules/person-name';
import { checkPlate } from '@gatehouse/contract/rules/plate-number';
import { RULE_TEXT } from '@gatehouse/contract/rules/rule-text';
import { type RuleFault } from '@gatehouse/contract/rules/rule-code';
import { locale } from '../../shared/i18n.ts';
import { isAllowed, limitsAt } from '../../shared/period-limits.ts';
import { t } from '../i18n.ts';
import { type Application, hasPhoto, type Person } from './application.ts';
import { isTermOpen } from './long-term.ts';
import { ageOf } from './photo/age.ts';
import { type Problems } from './steps.ts';

export function problemsOf(application: Application, booking: BookingInfo | undefined, now: number): Problems {
  return { ...peopleProblems(application, now), ...(booking && visitProblems(application, booking, now)) };
}

function peopleProblems(application: Application, now: number): Problems {
  const { applicant, companions, plate, transport } = application;
  const found = new Found();
  if (transport === 'car') found.rule('plate', checkPlate(plate));
  checkPerson(found, 'applicant', applicant, now);
  if (!applicant.kept) {
    found.missing('applicant.organisation', applicant.organisation, 'check.organisation');
    if (!applicant.mobile.trim()) found.add('applicant.mobile', t('check.mobile'));
  }
  companions.forEach((companion, index) => checkPerson(found, `companions.${index}`, companion, now));
  checkTwice(found, [applicant, ...companions], now);
  return found.problems;
}

function visitProblems(application: Application, { policy, campuses }: BookingInfo, now: number): Problems {
  const { period } = application;
  const campus = campuses.find(({ id }) => id === application.campusId);
  const isStillOpen = (kept: PeriodValue) =>
    kept.weekly ? isTermOpen(kept, now) : isAllowed(limitsAt(policy.period, campus), kept, now);
  const found = new Found();
  found.missing('campusId', application.campusId, 'check.campus');
  found.missing('unitId', application.unit?.id, 'check.unit');
  if (policy.host.input === 'pick' || application.invitation) found.missing('host', application.host?.id, 'check.host');
  else if (!application.hostKept) checkTypedHost(found, application);
  if (!period) found.add('period', t('check.period'));
  else if (!application.invitation?.view.period && !isStillOpen(period)) found.add('period', t('check.periodOver'));
  found.missing('purpose', application.purpose, 'check.purpose');
  found.missing('reason', application.reason, 'check.reason');
  if (!application.noticeRead) found.add('noticeVersion', t('check.notice'));
  if (!application.consentIdentity) found.add('consentIdentity', t('check.consent'));
  if (hasPhoto(application) && !application.consentFace) found.add('consentFace', t('check.consentFace'));
  const asked = policy.purposes.find(({ key }) => key === application.purpose)?.documents ?? [];
  if (asked.some(({ key }) => !application.documents[key])) found.add('documents', t('check.documents'));
  return found.problems;
}

function checkPerson(found: Found, path: string, person: Person, now: number): void {
  checkGuardian(found, path, person, now);
  if (person.kept) return;
  if (!person.name.trim()) found.add(`${path}.name`, t('check.name'));
  else found.rule(`${path}.name`, checkName(person.name));
  found.rule(`${path}.documentNumber`, checkIdentityDocument(person.documentKind, person.documentNumber, now));
  if (person.mobile.trim()) found.rule(`${path}.mobile`, checkMobile(person.mobile, person.documentKind));
}

function checkGuardian(found: Found, path: string, person: Person, now: number): void {
  const { guardian } = person;
  const age = ageOf(person, now);
  if (age !== 'child' && !(age === 'untold' && person.under14) && !(person.kept && guardian)) return;
  if (!guardian?.name.trim()) found.add(`${path}.guardian.name`, t('check.guardianName'));
  else found.rule(`${path}.guardian.name`, checkName(guardian.name));
  if (!guardian?.mobile.trim()) found.add(`${path}.guardian.mobile`, t('check.guardianMobile'));
  else found.rule(`${path}.guardian.mobile`, checkMobile(guardian.mobile, 'OTHER'));
  if (!guardian?.consent) found.add(`${path}.guardian.consent`, t('check.guardianConsent'));
}

function checkTypedHost(found: Found, { hostName, hostMobile }: Application): void {
  if (!hostName.trim()) found.add('host.name', t('check.hostName'));
  else found.rule('host.name', checkName(hostName));
  if (!hostMobile.trim()) found.add('host.mobile', t('check.hostMobile'));
  else found.rule('host.mobile', checkMobile(hostMobile, 'OTHER'));
}

function checkTwice(found: Found, people: Person[], now: number): void {
  const seen = new Set<string>();
  people.forEach((person, index) => {
    const checked = checkIdentityDocument(person.documentKind, person.documentNumber, now);
    if (!checked.ok) return;
    const document = `${checked.kind}|${checked.number}`;
    if (seen.has(document)) found.add(`companions.${index - 1}.documentNumber`, t('check.samePerson'));
    seen.add(document);
  });
}

class Found {
  readonly problems: Problems = {};

  add(path: string, sentence: string): void {
    this.problems[path] ??= sentence;
  }

  missing(path: string, value: string | undefined, key: Parameters<typeof t>[0]): void {
    if (!value?.trim()) this.add(path, t(key));
  }

  rule(path: string, checked: { ok: true } | RuleFault): void {
    if (!checked.ok) this.add(path, RULE_TEXT[checked.code][locale.value]);
  }
}
