import { type PolicySettings } from '@gatehouse/contract';
import { type GatePolicy } from '@gatehouse/contract/pass/decision';
import { CAMPUS_OFFSET_MINUTES } from '../../kernel/campus-time.js';

const BUNDLE_HOURS = 36;

/** What of the rules in force bears on gates. */
interface RulesOfGates {
  settings: PolicySettings;
  closings: readonly { campusId: string; gateId: string | null; begins: Date; ends: Date }[];
}

/** The rules in force at a gate, out of the policy of the house. Numbers, documents and ticks prove nothing by themselves. */
export const gatePolicy = ({ settings, closings }: RulesOfGates): GatePolicy => ({
  graceMinutes: settings.period.graceMinutes,
  reentry: 'after-exit',
  bundleMaxAgeMinutes: BUNDLE_HOURS * 60,
  reserveSeconds: settings.pass.reserveSeconds,
  campusClosed: false,
  closures: closings.map(({ campusId, gateId, begins, ends }) => ({
    campus: campusId,
    gate: gateId,
    from: begins.getTime(),
    until: ends.getTime(),
  })),
  confirmIdFor: ['number', 'document', 'party'],
  utcOffsetMinutes: CAMPUS_OFFSET_MINUTES,
});
