import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { beforeAll, expect, it } from 'vitest';
import { fakeServer } from '@/shared/testing/fake-server';
import { openPage } from '@/shared/testing/open-page';
import operations from './module';

const screen = new DOMWrapper(document.body);
const routes = operations.routes.map((route) => ({ ...route, path: `/${route.path}` }));
const at = '2026-11-22T01:00:00Z';
const job = {
  name: 'retention',
  everySeconds: 3600,
  startedAt: at,
  seconds: 0.4,
  failed: false,
  error: null,
  lastSuccessAt: at,
  nextAt: at,
  mayRun: false,
};
const storage = {
  key: 'storage',
  state: 'good',
  lastSuccessAt: at,
  lastFailureAt: null,
  lastError: null,
  behind: 0,
  mayTest: true,
};
const button = (text: string) => screen.findAll('button').find((candidate) => candidate.text() === text);

beforeAll(() => Promise.all([import('./JobsPage.vue'), import('./IntegrationsPage.vue')]));

it('shows what failed, and starts only what may be started here', async () => {
  const broken = { ...job, name: 'photo-keeping', everySeconds: 600, failed: true, error: 'RangeError', mayRun: true };
  const requests = fakeServer({
    'GET /api/jobs': [broken, job],
    'POST /api/jobs/photo-keeping/runs': { ...broken, failed: false },
  });
  await openPage('/jobs', routes, 'job.read', 'job.write');
  await flushPromises();
  expect(screen.text()).toContain('1 个任务上次失败');
  expect(screen.text()).toContain('RangeError');
  expect(screen.findAll('button').filter((one) => one.text() === '立即运行')).toHaveLength(1);
  await button('立即运行')?.trigger('click');
  await flushPromises();
  expect(requests.map(({ route }) => route)).toContain('POST /api/jobs/photo-keeping/runs');
});

it('tries an integration out and says how it went', async () => {
  const mail = { ...storage, key: 'mail', state: 'failing', lastError: 'ECONNREFUSED', lastFailureAt: at };
  fakeServer({
    'GET /api/integrations': [mail, { ...storage, mayTest: false }],
    'POST /api/integrations/mail/tests': { ok: false, error: 'ETIMEDOUT', milliseconds: 5000 },
  });
  await openPage('/integrations', routes, 'job.read', 'job.write');
  await flushPromises();
  expect(screen.text()).toContain('ECONNREFUSED');
  await button('试一下')?.trigger('click');
  await flushPromises();
  expect(screen.text()).toContain('不通：ETIMEDOUT');
});
