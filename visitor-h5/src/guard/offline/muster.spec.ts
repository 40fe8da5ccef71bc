import { type MusterEntry } from '@gatehouse/contract/bundle/format';
import { describe, expect, it } from 'vitest';
import { withOwnPassages } from './muster.ts';
import { type SeenAdmission } from './seen.ts';

const MADE_AT = 1_000_000;
const inside = (passId: string): MusterEntry => ({
  passId,
  visitNumber: 'V1',
  personName: '陈*明',
  documentTail: '007X',
  unitName: '计算机学院',
  hostName: '王静',
  plate: null,
  gateName: '西门',
  confidence: 'presumed',
  since: null,
  lastEvidence: 'passage',
  lastEvidenceAt: null,
  until: '',
});
const saw = (passId: string, direction: 'entry' | 'exit', at = MADE_AT + 1): SeenAdmission => ({
  nonce: `n ${passId} ${at}`,
  lookup: null,
  passId,
  direction,
  gateName: '东门',
  at,
  counter: 1,
  personName: '李*',
  passage: null,
});

describe('the list of people inside, without network', () => {
  it('has who came through this gate since it was made', () => {
    expect(withOwnPassages([], [saw('li', 'entry')], MADE_AT)).toMatchObject([
      { passId: 'li', personName: '李*', gateName: '东门', confidence: 'sure' },
    ]);
  });

  it('has nobody who left through this gate since', () => {
    expect(withOwnPassages([inside('chen')], [saw('chen', 'exit')], MADE_AT)).toEqual([]);
  });

  it('has nobody twice, and is surer of whom it saw', () => {
    expect(withOwnPassages([inside('chen')], [saw('chen', 'entry')], MADE_AT)).toMatchObject([
      { passId: 'chen', visitNumber: 'V1', confidence: 'sure' },
    ]);
  });

  it('does not count what the bundle knew already, nor what was taken back', () => {
    const own = [saw('li', 'entry', MADE_AT - 1), { ...saw('wu', 'entry'), annulled: true }];
    expect(withOwnPassages([inside('chen')], own, MADE_AT)).toHaveLength(1);
  });
});
