// @vitest-environment happy-dom
import { DOMWrapper, flushPromises, mount } from '@vue/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { startI18n } from '../../shared/i18n.ts';
import DelegationSheet from './DelegationSheet.vue';

const screen = new DOMWrapper(document.body);
const sent: { url: string; body: unknown }[] = [];
const answers: Record<string, unknown> = {
  '/api/delegations': {
    given: [
      {
        id: 'd1',
        ownerName: '王静',
        delegateName: '陈晓明',
        period: { from: '2026-11-22T00:00:00Z', until: '2026-11-24T00:00:00Z' },
        reason: '出差',
        state: 'active',
        endedAt: null,
      },
    ],
    received: [],
  },
  '/api/delegations/candidates': [{ id: 'li', name: '李建国', title: '院长', unitName: '计算机学院' }],
};

beforeEach(async () => {
  sent.length = 0;
  document.body.innerHTML = '';
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    if (init.method === 'POST') sent.push({ url, body: init.body && JSON.parse(init.body as string) });
    return Promise.resolve(new Response(init.method === 'POST' ? '{"id":"d2"}' : JSON.stringify(answers[url])));
  });
  await startI18n({ zh: () => import('../locales/zh.ts'), en: () => import('../locales/en.ts') });
  mount(DelegationSheet, { attachTo: document.body });
  await flushPromises();
});

it('asks for colleague and reason before it sends anything', async () => {
  await screen.get('.button.main').trigger('click');
  expect(sent).toEqual([]);
  expect(screen.findAll('.field-message')).toHaveLength(2);
});

it('delegates whole campus days, the last one included', async () => {
  await screen.get('select').setValue('li');
  await screen.get('input[type=date]:last-of-type').setValue('2099-01-02');
  await screen.findAll('input[type=date]')[1]!.setValue('2099-01-03');
  await screen.get('input[maxlength="200"]').setValue('出差');
  await screen.get('.button.main').trigger('click');
  await flushPromises();
  expect(sent).toMatchObject([
    {
      url: '/api/delegations',
      body: { delegateId: 'li', period: { until: '2099-01-03T16:00:00.000Z' }, reason: '出差' },
    },
  ]);
});

it('ends one that is active', async () => {
  await screen.get('.cell .link').trigger('click');
  await flushPromises();
  expect(sent[0]?.url).toBe('/api/delegations/d1/end');
});
