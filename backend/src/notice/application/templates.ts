import { type Locale } from '@gatehouse/contract';

/** What a message says, in the reader's language. */
type Template<Facts> = Record<Locale, (facts: Facts) => string>;

/** Words every message about a visit can use. */
export interface VisitWords {
  organisation: string;
  number: string;
  period: string;
  campus: string;
  party: number;
  link: string;
  /** in the words of whoever decided */
  reason: string | null;
}

export const oneTimeCode: Template<{ code: string; organisation: string }> = {
  zh: ({ code, organisation }) => `【${organisation}】验证码 ${code}，5 分钟内有效。请勿告诉他人。`,
  en: ({ code, organisation }) => `[${organisation}] Your code is ${code}, valid for 5 minutes. Tell it to nobody.`,
};

export const visitApproved: Template<VisitWords> = {
  zh: ({ organisation, number, period, campus, link }) =>
    `【${organisation}】您的来访申请 ${number} 已通过：${period}，${campus}。访客码：${link}`,
  en: ({ organisation, number, period, campus, link }) =>
    `[${organisation}] Your visit ${number} is approved: ${period}, ${campus}. Your pass: ${link}`,
};

/** `place` is the campus or the gate. */
export interface ClosureWords extends VisitWords {
  place: string;
  closed: string;
}

export const visitMetClosure: Template<ClosureWords> = {
  zh: ({ organisation, number, place, closed, reason, link }) =>
    `【${organisation}】${place}于 ${closed} 暂停访客入校（${reason ?? ''}），您的来访 ${number} 受影响；已在校内可正常离校。详情：${link}`,
  en: ({ organisation, number, place, closed, reason, link }) =>
    `[${organisation}] ${place} takes no visitors in ${closed} (${reason ?? ''}). This affects visit ${number}; whoever is inside may leave: ${link}`,
};

export const closureOver: Template<ClosureWords> = {
  zh: ({ organisation, number, place, link }) =>
    `【${organisation}】${place}已恢复访客入校，来访 ${number} 可按预约时间入校。详情：${link}`,
  en: ({ organisation, number, place, link }) =>
    `[${organisation}] ${place} takes visitors again; visit ${number} may enter at its booked time: ${link}`,
};

export const visitDeclined: Template<VisitWords> = {
  zh: ({ organisation, number, reason, link }) =>
    `【${organisation}】您的来访申请 ${number} 未通过${reason ? `，原因：${reason}` : ''}。详情：${link}`,
  en: ({ organisation, number, reason, link }) =>
    `[${organisation}] Your visit ${number} was not approved${reason ? `: ${reason}` : ''}. Details: ${link}`,
};

export const visitCancelled: Template<VisitWords> = {
  zh: ({ organisation, number, link }) => `【${organisation}】来访申请 ${number} 已取消，访客码失效。详情：${link}`,
  en: ({ organisation, number, link }) =>
    `[${organisation}] Visit ${number} was cancelled; its passes no longer work. Details: ${link}`,
};

export const correctionAsked: Template<VisitWords> = {
  zh: ({ organisation, number, link }) => `【${organisation}】您的来访申请 ${number} 需要补正，请按提示修改：${link}`,
  en: ({ organisation, number, link }) =>
    `[${organisation}] Your visit ${number} needs a correction before it can be decided: ${link}`,
};

export const visitChanged: Template<VisitWords> = {
  zh: ({ organisation, number, period, link }) =>
    `【${organisation}】来访申请 ${number} 已修改为 ${period}，需重新审批，通过前访客码不可用。进度：${link}`,
  en: ({ organisation, number, period, link }) =>
    `[${organisation}] Visit ${number} was changed to ${period}. It must be approved again; passes do not work until then: ${link}`,
};

export const extensionAgreed: Template<VisitWords> = {
  zh: ({ organisation, number, period, link }) =>
    `【${organisation}】来访申请 ${number} 的延时已同意：${period}，访客码不变：${link}`,
  en: ({ organisation, number, period, link }) =>
    `[${organisation}] Visit ${number} may last longer: ${period}. Your pass stays the same: ${link}`,
};

export const extensionRefused: Template<VisitWords> = {
  zh: ({ organisation, number, period, reason, link }) =>
    `【${organisation}】来访申请 ${number} 的延时未同意${reason ? `，原因：${reason}` : ''}，时间仍为 ${period}。详情：${link}`,
  en: ({ organisation, number, period, reason, link }) =>
    `[${organisation}] Visit ${number} cannot last longer${reason ? `: ${reason}` : ''}. It stays ${period}. Details: ${link}`,
};

export const extensionOpened: Template<VisitWords> = {
  zh: ({ organisation, number, period, link }) =>
    `【${organisation}】来访申请 ${number}（${period}）的访客申请延长时间，等您答复：${link}`,
  en: ({ organisation, number, period, link }) =>
    `[${organisation}] The visitor of ${number} (${period}) asks to stay longer: ${link}`,
};

export const companionPhone: Template<VisitWords> = {
  zh: ({ organisation, number, link }) =>
    `【${organisation}】来访申请 ${number} 的同行人已在自己的手机上领取访客码。如不是您发送的，请立即收回：${link}`,
  en: ({ organisation, number, link }) =>
    `[${organisation}] A companion of visit ${number} now has the pass on their own phone. Not sent by you? Take it back: ${link}`,
};

export const stepOpened: Template<VisitWords> = {
  zh: ({ organisation, number, period, party, link }) =>
    `【${organisation}】来访申请 ${number}（${party} 人，${period}）等您审批：${link}`,
  en: ({ organisation, number, period, party, link }) =>
    `[${organisation}] Visit ${number} (${party} people, ${period}) waits for your decision: ${link}`,
};

export const stepShared: Template<VisitWords> = {
  zh: ({ organisation, number, period, party, link }) =>
    `【${organisation}】来访申请 ${number}（${party} 人，${period}）请您代为审批：${link}`,
  en: ({ organisation, number, period, party, link }) =>
    `[${organisation}] Visit ${number} (${party} people, ${period}) waits for you in a colleague’s place: ${link}`,
};

export const stepWaiting: Template<VisitWords> = {
  zh: ({ organisation, number, period, party, link }) =>
    `【${organisation}】来访申请 ${number}（${party} 人，${period}）仍在等您审批，请尽快处理：${link}`,
  en: ({ organisation, number, period, party, link }) =>
    `[${organisation}] Visit ${number} (${party} people, ${period}) still waits for your decision: ${link}`,
};

export const stepWithOffice: Template<VisitWords> = {
  zh: ({ organisation, number, period, party, link }) =>
    `【${organisation}】来访申请 ${number}（${party} 人，${period}）逾期无人审批，请保卫处处理：${link}`,
  en: ({ organisation, number, period, party, link }) =>
    `[${organisation}] Visit ${number} (${party} people, ${period}) was answered by nobody; please decide: ${link}`,
};

export const visitRevoked: Template<VisitWords> = {
  zh: ({ organisation, number, reason, link }) =>
    `【${organisation}】来访申请 ${number} 已由被访人撤销，原因：${reason ?? ''}。访客码失效，已在校内请尽快离校。详情：${link}`,
  en: ({ organisation, number, reason, link }) =>
    `[${organisation}] Your host took back visit ${number}: ${reason ?? ''}. Its passes no longer work; if you are inside, please leave: ${link}`,
};

export const endMoved: Template<VisitWords> = {
  zh: ({ organisation, number, period, link }) =>
    `【${organisation}】来访申请 ${number} 的时间已由被访人改为 ${period}，访客码不变：${link}`,
  en: ({ organisation, number, period, link }) =>
    `[${organisation}] Your host changed visit ${number} to ${period}. Your pass stays the same: ${link}`,
};

export const endNear: Template<VisitWords> = {
  zh: ({ organisation, number, period, link }) =>
    `【${organisation}】来访 ${number}（${period}）即将结束。需要多留请申请延时，已离校请告诉我们：${link}`,
  en: ({ organisation, number, period, link }) =>
    `[${organisation}] Visit ${number} (${period}) ends soon. Ask for more time, or tell us that you left: ${link}`,
};

/** What a host is told of his visitors; `party` counts everybody of the visit. */
export interface HostWords extends VisitWords {
  /** masked */
  applicant: string;
  time: string;
}

export const visitorArrived: Template<HostWords> = {
  zh: ({ organisation, applicant, party, number, time, link }) =>
    `【${organisation}】您的访客 ${applicant}（共 ${party} 人，${number}）${time} 已入校：${link}`,
  en: ({ organisation, applicant, party, number, time, link }) =>
    `[${organisation}] Your visitor ${applicant} (${party} people, ${number}) arrived at ${time}: ${link}`,
};

export const visitorLeft: Template<HostWords> = {
  zh: ({ organisation, applicant, number, time, link }) =>
    `【${organisation}】您的访客 ${applicant}（${number}）${time} 已全部离校：${link}`,
  en: ({ organisation, applicant, number, time, link }) =>
    `[${organisation}] Your visitor ${applicant} (${number}) and party left at ${time}: ${link}`,
};

export const stillInside: Template<HostWords> = {
  zh: ({ organisation, applicant, number, period, link }) =>
    `【${organisation}】您的访客 ${applicant}（${number}，${period}）即将到时，还没有出校记录。人还在吗？请答复：${link}`,
  en: ({ organisation, applicant, number, period, link }) =>
    `[${organisation}] The time of your visitor ${applicant} (${number}, ${period}) is nearly over and no gate saw them leave. Still with you? ${link}`,
};

export const stillInsideAgain: Template<HostWords> = {
  zh: ({ organisation, applicant, number, link }) =>
    `【${organisation}】您的访客 ${applicant}（${number}）来访时间已到，仍无出校记录。请马上答复，否则将由保卫处处理：${link}`,
  en: ({ organisation, applicant, number, link }) =>
    `[${organisation}] The time of your visitor ${applicant} (${number}) is over and no gate saw them leave. Please answer now, or the security office will act: ${link}`,
};

export const overstayed: Template<VisitWords> = {
  zh: ({ organisation, number, period, link }) =>
    `【${organisation}】来访 ${number}（${period}）已超时 1 小时以上，仍无出校记录，请核实处理：${link}`,
  en: ({ organisation, number, period, link }) =>
    `[${organisation}] Visit ${number} (${period}) ended over an hour ago and no gate saw everybody leave. Please look into it: ${link}`,
};

/** Words of the message that something at the gates does not fit together. */
export interface IncidentWords {
  organisation: string;
  campus: string;
  kind: Record<Locale, string>;
  link: string;
}

export const incidentFound: Template<IncidentWords> = {
  zh: ({ organisation, campus, kind, link }) =>
    `【${organisation}】${campus}发现门岗事件：${kind.zh}，请核实处理：${link}`,
  en: ({ organisation, campus, kind, link }) =>
    `[${organisation}] Something does not fit at the gates of ${campus}: ${kind.en}. Please look into it: ${link}`,
};

export const metBlacklist: Template<VisitWords> = {
  zh: ({ organisation, number, period, link }) =>
    `【${organisation}】来访 ${number}（${period}）涉及黑名单，请核实处理：${link}`,
  en: ({ organisation, number, period, link }) =>
    `[${organisation}] Visit ${number} (${period}) meets the blacklist. Please look into it: ${link}`,
};

/** Words of the message that brings a guest the link. */
export interface InvitationWords {
  organisation: string;
  host: string;
  period: string;
  campus: string;
  link: string;
}

export const invitation: Template<InvitationWords> = {
  zh: ({ organisation, host, period, campus, link }) =>
    `【${organisation}】${host}邀请您来访：${period}，${campus}。请用本手机号填写来访信息：${link}`,
  en: ({ organisation, host, period, campus, link }) =>
    `[${organisation}] ${host} invites you: ${period}, ${campus}. Please fill in your details with this phone: ${link}`,
};
