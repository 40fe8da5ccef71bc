import {
  type AnnulmentAnswer,
  type AskVerdictInput,
  type BatchAnswer,
  type BatchInput,
  type ConfirmPassageInput,
  type OutcomeAnswer,
  type VerdictAnswer,
} from '@gatehouse/contract';
import { REASON_TEXT } from '@gatehouse/contract/pass/reason-text';

/** Conversations for the document: as a device really has them, with values that mean nothing. */
const gate = '0199a3c0-1d00-7000-8000-0000000000d1';
const passage = '0199a3c4-70aa-7c3e-9f60-6b1f9b1f4c11';
const nonce = 'q8Zr2kVY1mB7xT0d';
const at = '2026-11-23T09:02:11.120+08:00';
const { headline, guard, visitor, next } = REASON_TEXT.OK;

const question: AskVerdictInput = {
  nonce,
  credential: { kind: 'code', value: 'GH1:7WR8DSFLK1Z…' },
  direction: 'entry',
  gate,
  at,
};
const admitted: VerdictAnswer = {
  nonce,
  verdict: 'admit',
  reason: 'OK',
  confirmDocument: false,
  headline,
  text: guard,
  visitorText: visitor,
  next,
  passage,
  direction: 'entry',
  person: {
    name: '陈*',
    documentMasked: '3***************7X',
    visitNumber: '1123-0042',
    unitName: '计算机学院',
    hostName: '王静',
    period: { from: '2026-11-23T01:00:00.000Z', until: '2026-11-23T09:00:00.000Z' },
    plate: null,
    party: [],
  },
  expiresAt: '2026-11-23T01:02:31.204Z',
};
export const verdictExample = { request: question, answer: admitted };

const outcome: ConfirmPassageInput = { nonce, outcome: 'admitted', by: '门卫 03', at: '2026-11-23T09:02:15.300+08:00' };
const confirmed: OutcomeAnswer = { passage, outcome: 'admitted', duplicate: false };
export const outcomeExample = { request: outcome, answer: confirmed };

const annulled: AnnulmentAnswer = { passage, outcome: 'annulled', duplicate: false };
export const annulmentExample = { request: { reason: '闸机未转动', at, by: '门卫 03' }, answer: annulled };

const facts: BatchInput = {
  sentAt: '2026-11-23T09:40:00.000+08:00',
  items: [
    {
      nonce,
      gate,
      direction: 'entry',
      credential: question.credential,
      at,
      judged: { verdict: 'admit', reason: 'OK', bundleVersion: 118, bundleMadeAt: '2026-11-23T00:58:00.000Z' },
      outcome: 'admitted',
      outcomeAt: '2026-11-23T09:02:15.300+08:00',
      by: '门卫 03',
    },
  ],
};
const stored: BatchAnswer = {
  now: '2026-11-23T01:40:00.412Z',
  skewSeconds: -0.4,
  results: [{ nonce, outcome: 'admitted', status: 'stored', passage, forced: false, reason: 'OK', incident: null }],
};
export const batchExample = { request: facts, answer: stored };
