import { describe, expect, it } from 'vitest';
import en from './en.ts';
import zh from './zh.ts';

const holes = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const keys = Object.keys(zh) as (keyof typeof zh)[];

describe('both languages', () => {
  it('have the same keys', () => expect(Object.keys(en).sort()).toEqual([...keys].sort()));

  it('leave nothing empty', () => {
    expect(keys.filter((key) => !zh[key].trim() || !en[key].trim())).toEqual([]);
  });

  it('fill in the same values', () => {
    expect(keys.filter((key) => holes(zh[key]).join() !== holes(en[key]).join())).toEqual([]);
  });

  it('are each in their own script', () => {
    expect(keys.filter((key) => /\p{Script=Han}/u.test(en[key]))).toEqual([]);
  });
});
