import { type ApprovalTerms, type PolicySettings, type StandingTerms } from '@gatehouse/contract';

const usual: ApprovalTerms = {
  rules: [],
  answerWithinMinutes: 24 * 60,
  beforeStartMinutes: 30,
  escalateAfterMinutes: 60,
  riskNotes: [],
};

/** What the policy says of approvals; versions stored before a term existed mean its default. */
export function approvalTerms({ approval }: PolicySettings): ApprovalTerms {
  const { rules, answerWithinMinutes, beforeStartMinutes, escalateAfterMinutes, riskNotes } = approval;
  return {
    rules: rules ?? usual.rules,
    answerWithinMinutes: answerWithinMinutes ?? usual.answerWithinMinutes,
    beforeStartMinutes: beforeStartMinutes ?? usual.beforeStartMinutes,
    escalateAfterMinutes: escalateAfterMinutes ?? usual.escalateAfterMinutes,
    riskNotes: riskNotes ?? usual.riskNotes,
  };
}

/** What hosts are held to: nothing, unless the policy says so. */
export const standingTerms = ({ standing }: PolicySettings): Required<StandingTerms> => ({
  enabled: false,
  monthlyQuota: null,
  atGate: false,
  ...standing,
});

/** Whether gates turn away visitors of a host who is suspended at this moment. */
export function refusesSuspendedHosts(settings: PolicySettings): boolean {
  const { enabled, atGate } = standingTerms(settings);
  return enabled && atGate;
}

/** So many hours after the end of a visit the system closes whom nobody cleared up. */
export const closeAfterHours = ({ presence }: PolicySettings): number => presence?.closeAfterHours ?? 48;
