// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { chooseLocale, locale, startI18n, translate } from './i18n.ts';

const load = {
  zh: () => Promise.resolve({ default: { greeting: '你好，{name}' } }),
  en: () => Promise.resolve({ default: { greeting: 'Hello, {name}' } }),
};

afterEach(() => localStorage.clear());

describe('sentences', () => {
  it('are Chinese first, with values filled in', async () => {
    await startI18n(load);
    expect(translate('greeting', { name: '陈' })).toBe('你好，陈');
    expect(document.documentElement.lang).toBe('zh-CN');
  });

  it('stay in the language chosen', async () => {
    await startI18n(load);
    await chooseLocale('en');
    await startI18n(load);
    expect(locale.value).toBe('en');
    expect(translate('greeting', { name: 'Chen' })).toBe('Hello, Chen');
    expect(document.documentElement.lang).toBe('en');
  });

  it('show a hole that nobody fills, and a key that nobody wrote', async () => {
    await startI18n(load);
    expect(translate('greeting')).toContain('{name}');
    expect(translate('missing')).toBe('missing');
  });
});
