import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { beforeAll, expect, it } from 'vitest';
import { fakeServer, noContent } from '@/shared/testing/fake-server';
import { openPage } from '@/shared/testing/open-page';
import webhook from './module';

const screen = new DOMWrapper(document.body);
const routes = webhook.routes.map((route) => ({ ...route, path: `/${route.path}` }));
const row = {
  id: 'w1',
  name: '数据中台',
  url: 'https://data.example/hook',
  events: ['visit.approved', 'passage.entry-admitted'],
  enabled: true,
  version: 3,
  changedBy: '周涛',
  changedAt: '2026-11-20T00:00:00Z',
  waiting: 0,
  stuck: 2,
  lastDoneAt: '2026-11-22T01:00:00Z',
};
const call = {
  id: 'c1',
  webhookId: 'w1',
  webhookName: '数据中台',
  type: 'visit.approved',
  state: 'stuck',
  attempts: 9,
  lastStatus: null,
  lastError: 'tls',
  createdAt: '2026-11-20T00:00:00Z',
  nextAttemptAt: null,
  doneAt: null,
};
const serve = (rows: object[]) =>
  fakeServer({
    'GET /api/webhooks': rows,
    'GET /api/webhooks/calls': rows.length ? [call] : [],
    'POST /api/webhooks': { id: 'w2', secret: 'whsec_c2VjcmV0' },
    'PUT /api/webhooks/w1': noContent,
    'POST /api/webhooks/calls/c1/retry': noContent,
  });
const button = (text: string) => screen.findAll('button').find((candidate) => candidate.text() === text);

beforeAll(() =>
  Promise.all([import('./WebhooksPage.vue'), import('./WebhookDialog.vue'), import('./SecretDialog.vue')]),
);

it('shows what is told to whom, and what nobody took, to be sent again', async () => {
  const requests = serve([row]);
  await openPage('/webhooks', routes, 'webhook.write');
  await flushPromises();
  expect(screen.text()).toContain('审批通过、入校放行');
  expect(screen.text()).toContain('2 条卡住');
  expect(screen.text()).toContain('证书有误');
  await button('重新发送')?.trigger('click');
  await flushPromises();
  expect(requests.map(({ route }) => route)).toContain('POST /api/webhooks/calls/c1/retry');
});

it('is switched off with the version that was seen', async () => {
  const requests = serve([row]);
  await openPage('/webhooks', routes, 'webhook.write');
  await flushPromises();
  await screen.get('.el-switch__input').trigger('change');
  await flushPromises();
  expect(requests.find(({ route }) => route.startsWith('PUT'))).toMatchObject({ body: { enabled: false, version: 3 } });
});

it('shows a new secret once', async () => {
  serve([]);
  await openPage('/webhooks', routes, 'webhook.write');
  await flushPromises();
  expect(screen.text()).toContain('还没有推送地址');
  await button('添加推送地址')?.trigger('click');
  await flushPromises();
  const [name, url] = screen.findAll('form input[type=text], form input[type=url]');
  await name?.setValue('数据中台');
  await url?.setValue('https://data.example/hook');
  await screen.get('form input[type=checkbox]').setValue(true);
  await screen.get('form').trigger('submit');
  await flushPromises();
  expect(screen.find('.secret input').element).toMatchObject({ value: 'whsec_c2VjcmV0' });
});
