import { type AskVerdictInput, type VerdictAnswer } from '@gatehouse/contract/passage';

/** An admitting answer to a question, unless told otherwise. */
export const aVerdict = (
  asked: Pick<AskVerdictInput, 'nonce' | 'direction'>,
  but: Partial<VerdictAnswer> = {},
): VerdictAnswer => ({
  nonce: asked.nonce,
  verdict: 'admit',
  reason: 'OK',
  confirmDocument: false,
  headline: { zh: '准予入校', en: 'Admit' },
  text: { zh: '预约有效。', en: 'The visit is valid.' },
  visitorText: { zh: '欢迎。', en: 'Welcome.' },
  next: { zh: '核对照片后放行。', en: 'Compare the photo.' },
  passage: `passage of ${asked.nonce}`,
  direction: asked.direction,
  person: {
    name: '陈*明',
    documentMasked: '330************21X',
    visitNumber: 'V20261122-0037',
    unitName: '信息化办公室',
    hostName: '杨思远',
    period: { from: '2026-11-22T00:00:00Z', until: '2026-11-22T10:00:00Z' },
    plate: '浙ED12345',
    party: [
      { person: 1, name: '李*', inside: true },
      { person: 2, name: '王*芳', inside: false },
    ],
  },
  expiresAt: new Date(Date.now() + 20_000).toISOString(),
  ...but,
});

export const aRefusal = (asked: Pick<AskVerdictInput, 'nonce' | 'direction'>): VerdictAnswer =>
  aVerdict(asked, {
    verdict: 'refuse',
    reason: 'TOO_EARLY',
    headline: { zh: '还没到时间', en: 'Too early' },
    text: { zh: '来访时间从 14:00 开始。', en: 'The visit begins at 14:00.' },
    next: { zh: '请访客 13:30 以后再来。', en: 'Come back after 13:30.' },
    expiresAt: null,
  });
