import { expect, it } from 'vitest';
import { createI18n } from './words';

const { t, te, tm, rt, locale, setLocaleMessage } = createI18n().global;
setLocaleMessage('xx', { a: { b: '{who} was here' }, count: '{count} row | {count} rows', list: ['first', '{n}th'] });
locale.value = 'xx';

it('fills the gaps of a sentence', () => {
  expect(t('a.b', { who: 'Ann' })).toBe('Ann was here');
  expect(t('a.b')).toBe(' was here');
});

it('knows one from many, and none is many', () => {
  expect([0, 1, 2].map((count) => t('count', { count }, count))).toEqual(['0 rows', '1 row', '2 rows']);
  expect(t('count', 1)).toBe('1 row');
});

it('shows the key where there is no sentence', () => {
  expect([t('a.c'), te('a.c'), te('a.b'), te('a')]).toEqual(['a.c', false, true, false]);
});

it('has lists of sentences', () => {
  expect((tm('list') as string[]).map((sentence) => rt(sentence, { n: 2 }))).toEqual(['first', '2th']);
});
