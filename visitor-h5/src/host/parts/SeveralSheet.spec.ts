// @vitest-environment happy-dom
import { type ApprovalRow } from '@gatehouse/contract/approval';
import { DOMWrapper, flushPromises, mount } from '@vue/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { startI18n } from '../../shared/i18n.ts';
import { decisionsMade } from '../decision.ts';
import SeveralSheet from './SeveralSheet.vue';

const screen = new DOMWrapper(document.body);
const row = (id: string, applicantName: string, change: object = {}) =>
  ({
    ...{ id, applicantName, reason: '学术交流', state: 'waiting', correction: false },
    ...{ period: { from: '2026-11-24T01:00:00Z', until: '2026-11-24T09:00:00Z' }, ...change },
  }) as unknown as ApprovalRow;
const rows = [row('a', '刘洋'), row('b', '李文瑶'), row('c', '姜航', { correction: true })];
let sent: unknown[];
let answers: (() => Response)[];

beforeEach(async () => {
  sent = [];
  answers = [];
  document.body.innerHTML = '';
  vi.stubGlobal('fetch', (_: string, { body }: RequestInit) => {
    sent.push(JSON.parse(body as string));
    return Promise.resolve(answers.shift()!());
  });
  await startI18n({ zh: () => import('../locales/zh.ts'), en: () => import('../locales/en.ts') });
  mount(SeveralSheet, { attachTo: document.body, props: { rows } });
  await flushPromises();
});

const confirm = async () => {
  await screen.get('.button.main').trigger('click');
  await flushPromises();
};

it('offers what can be decided, chosen by hand, and shows what became of each', async () => {
  const boxes = screen.findAll('input[type=checkbox]');
  expect(boxes).toHaveLength(2);
  expect(screen.get('.button.main').attributes('disabled')).toBeDefined();
  for (const box of boxes) await box.setValue(true);
  answers = [
    () =>
      Response.json([
        { id: 'a', problem: null },
        { id: 'b', problem: { code: 'approval.open-it', detail: '请打开单独处理。' } },
      ]),
  ];
  const before = decisionsMade.value;
  await confirm();
  expect(sent).toEqual([{ ids: ['a', 'b'] }]);
  expect(screen.text()).toContain('请打开单独处理。');
  expect(screen.text()).toContain('已同意 1 条，1 条未处理');
  expect(decisionsMade.value).toBe(before + 1);
});

it('keeps what was chosen when the network fails, and can be sent again', async () => {
  await screen.get('input[type=checkbox]').setValue(true);
  answers = [() => Response.error(), () => Response.json([{ id: 'a', problem: null }])];
  await confirm();
  expect(screen.find('[role=alert]').exists()).toBe(true);
  await confirm();
  expect(sent).toEqual([{ ids: ['a'] }, { ids: ['a'] }]);
  expect(screen.text()).toContain('已同意 1 条，0 条未处理');
});
