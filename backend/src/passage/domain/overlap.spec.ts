import { describe, expect, it } from '@jest/globals';
import { type AdmittedPassage, overlapsWith } from './overlap.js';

const passage = (id: string, change: Partial<AdmittedPassage> = {}): AdmittedPassage => ({
  id,
  at: Number(id),
  direction: 'entry',
  deviceId: `device ${id}`,
  offline: true,
  ...change,
});

describe('admitted passages of one pass', () => {
  it('cannot both be true when two gates let it in without an exit between', () => {
    const both = [passage('1'), passage('2')];
    expect(overlapsWith('2', both)).toEqual(['1']);
    expect(overlapsWith('1', both)).toEqual(['2']);
  });

  it('agree when it left between', () => {
    expect(overlapsWith('3', [passage('1'), passage('2', { direction: 'exit' }), passage('3')])).toEqual([]);
  });

  it('agree when the network was there all the time: then the server has judged', () => {
    expect(overlapsWith('2', [passage('1', { offline: false }), passage('2', { offline: false })])).toEqual([]);
  });

  it('are the business of one device when it saw both itself', () => {
    expect(overlapsWith('2', [passage('1', { deviceId: 'a' }), passage('2', { deviceId: 'a' })])).toEqual([]);
  });

  it('stand against both neighbours when one arrives between them', () => {
    expect(overlapsWith('2', [passage('3'), passage('1'), passage('2')])).toEqual(['1', '3']);
  });

  it('cannot both be true when two gates saw it leave', () => {
    expect(overlapsWith('2', [passage('1', { direction: 'exit' }), passage('2', { direction: 'exit' })])).toEqual([
      '1',
    ]);
  });
});
