import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../../kernel/domain-error.js';
import { CommonOpinion, MOST_OPINIONS } from './common-opinion.js';

const now = new Date('2026-11-23T01:00:00Z');
const write = (ownerId: string | null = 'wang', text = '同意。', held = 0) =>
  CommonOpinion.write('o1', ownerId, 'agree', text, held, now);
const codeOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    return (error as DomainError).code;
  }
  return null;
};

describe('a common opinion', () => {
  it('has words', () => {
    expect(codeOf(() => write('wang', '  '))).toBe('approval.opinion-needed');
  });

  it('is one of a short list', () => {
    expect(codeOf(() => write('wang', '同意。', MOST_OPINIONS))).toBe('opinion.too-many');
  });

  it('is reworded and dropped by its owner alone, and the shared ones not by approvers', () => {
    for (const other of ['li', null]) expect(codeOf(() => write().drop(other, now))).toBe('opinion.not-found');
    expect(codeOf(() => write(null).reword('wang', '改', now))).toBe('opinion.not-found');
    const opinion = write();
    opinion.reword('wang', '同意，请带证件。', now);
    opinion.drop('wang', now);
    expect(codeOf(() => opinion.drop('wang', now))).toBe('opinion.not-found');
  });
});
