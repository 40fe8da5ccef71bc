// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startI18n } from '../../shared/i18n.ts';
import { keepRefusalDraft } from '../drafts.ts';
import { opinionBook } from '../opinions.ts';
import RefuseSheet from './RefuseSheet.vue';

const page = (selector: string) => document.body.querySelector<HTMLElement>(selector)!;
const textarea = () => document.body.querySelector('textarea')!;
const show = () => mount(RefuseSheet, { props: { approvalId: 'a1', isSending: false }, attachTo: document.body });

describe('the sheet to refuse', () => {
  let sheet: ReturnType<typeof show>;
  beforeEach(() => void (opinionBook.value = { own: [], shared: [] }));
  beforeEach(() => startI18n({ zh: () => import('../locales/zh.ts'), en: () => import('../locales/en.ts') }));
  afterEach(() => {
    sheet.unmount();
    keepRefusalDraft('a1', '');
  });

  it('asks for a reason', async () => {
    sheet = show();
    page('.sheet-foot button').click();
    await sheet.vm.$nextTick();
    expect(sheet.emitted('refuse')).toBeUndefined();
    expect(page('.field-message').textContent).toContain('请填写不同意的理由');
  });

  it('takes a common opinion with one tap', async () => {
    sheet = show();
    page('.opinions .chip').click();
    await sheet.vm.$nextTick();
    page('.sheet-foot button').click();
    expect(sheet.emitted('refuse')).toEqual([['当天不在校，无法接待。']]);
  });

  it('offers the common opinions of the approver before those of the office', () => {
    const own = [{ id: 'o1', kind: 'refuse' as const, text: '当天出差。' }];
    opinionBook.value = { own, shared: [{ id: 'o2', kind: 'refuse', text: '请改约工作日。' }] };
    sheet = show();
    const chips = [...document.body.querySelectorAll('.opinions .chip')].map(({ textContent }) => textContent?.trim());
    expect(chips).toEqual(['当天出差。', '请改约工作日。']);
  });

  it('finds what was typed when it is opened again', async () => {
    sheet = show();
    textarea().value = '那天有会';
    textarea().dispatchEvent(new Event('input'));
    await sheet.vm.$nextTick();
    sheet.unmount();
    sheet = show();
    expect(textarea().value).toBe('那天有会');
  });
});
