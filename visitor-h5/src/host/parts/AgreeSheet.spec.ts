// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ApprovalDetail } from '@gatehouse/contract/approval';
import { ApiError } from '../../shared/http.ts';
import { startI18n } from '../../shared/i18n.ts';
import { opinionBook } from '../opinions.ts';
import { aDetail } from '../support.ts';
import AgreeSheet from './AgreeSheet.vue';

const page = (selector: string) => document.body.querySelector<HTMLElement>(selector);
const can = (but: Partial<ApprovalDetail['can']>) => ({ can: { ...aDetail('a1').can, ...but } });

describe('the sheet to agree', () => {
  let sheet: ReturnType<typeof show>;
  const show = (but: Partial<ApprovalDetail>, failure?: ApiError) =>
    mount(AgreeSheet, { props: { detail: aDetail('a1', but), isSending: false, failure }, attachTo: document.body });
  beforeEach(() => void (opinionBook.value = { own: [], shared: [] }));
  beforeEach(() => startI18n({ zh: () => import('../locales/zh.ts'), en: () => import('../locales/en.ts') }));
  afterEach(() => sheet.unmount());

  it('shows no leaders where the rules know none', () => {
    sheet = show(can({ handToLeader: false }));
    expect(page('.leaders')).toBeNull();
    page('.sheet-foot button')!.click();
    expect(sheet.emitted('agree')).toEqual([['', '', false]]);
  });

  it('lets the host do without a leader where he may', () => {
    sheet = show(can({ handToLeader: true }));
    expect(page('.leaders')!.textContent).toContain('不转领导');
    page('.sheet-foot button')!.click();
    expect(sheet.emitted('agree')).toEqual([['', '', false]]);
  });

  it('asks for a leader where one must follow', async () => {
    sheet = show(can({ mustHandToLeader: true }));
    expect(page('.leaders')!.textContent).not.toContain('不转领导');
    page('.sheet-foot button')!.click();
    await sheet.vm.$nextTick();
    expect(sheet.emitted('agree')).toBeUndefined();
    expect(page('.leaders')!.textContent).toContain('请选择一位领导');
    page('.leader input')!.click();
    await sheet.vm.$nextTick();
    expect(page('.sheet-foot button')!.textContent).toContain('赵磊');
    page('.sheet-foot button')!.click();
    expect(sheet.emitted('agree')).toEqual([['', 'zhao', false]]);
  });

  it('says in words that somebody was faster, with a way to see the result', () => {
    sheet = show({}, new ApiError('approval.already-decided', 409, '这一步已经处理过了。', '请刷新查看结果。'));
    expect(page('.failure')!.textContent).toContain('这一步已经处理过了。');
    page('.failure button')!.click();
    expect(sheet.emitted()).toHaveProperty('refresh');
  });

  it('can agree to less time, within what was asked', async () => {
    sheet = show(can({ handToLeader: false }));
    page('.check input')!.click();
    await sheet.vm.$nextTick();
    const [from] = document.body.querySelectorAll<HTMLSelectElement>('.sheet select');
    from!.value = '10:00';
    from!.dispatchEvent(new Event('change'));
    await sheet.vm.$nextTick();
    page('.sheet-foot button')!.click();
    const period = { from: '2026-11-23T02:00:00.000Z', until: '2026-11-23T10:00:00.000Z' };
    expect(sheet.emitted('agree')).toEqual([['', '', false, period]]);
  });
});
