import { type Permission } from '@gatehouse/contract';
import { expect, it } from 'vitest';
import en from './locales/en.json';
import zh from './locales/zh.json';

type KeyOf<P extends string> = P extends `${infer What}.${infer May}` ? `${What}_${May}` : never;

it('names every permission in both languages', () => {
  // a new permission without words does not compile
  const words: Record<KeyOf<Permission>, string>[] = [zh.roles.permission, en.roles.permission];
  for (const permission of words) expect(Object.values(permission)).not.toContain('');
});
