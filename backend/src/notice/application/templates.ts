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

export const visitDeclined: Template<VisitWords> = {
  zh: ({ organisation, number, link }) => `【${organisation}】您的来访申请 ${number} 未通过。详情：${link}`,
  en: ({ organisation, number, link }) => `[${organisation}] Your visit ${number} was not approved. Details: ${link}`,
};

export const visitCancelled: Template<VisitWords> = {
  zh: ({ organisation, number, link }) => `【${organisation}】来访申请 ${number} 已取消，访客码失效。详情：${link}`,
  en: ({ organisation, number, link }) =>
    `[${organisation}] Visit ${number} was cancelled; its passes no longer work. Details: ${link}`,
};

export const stepOpened: Template<VisitWords> = {
  zh: ({ organisation, number, period, party, link }) =>
    `【${organisation}】来访申请 ${number}（${party} 人，${period}）等您审批：${link}`,
  en: ({ organisation, number, period, party, link }) =>
    `[${organisation}] Visit ${number} (${party} people, ${period}) waits for your decision: ${link}`,
};
