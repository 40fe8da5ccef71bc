import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { beforeAll, expect, it } from 'vitest';
import { fakeServer, noContent } from '@/shared/testing/fake-server';
import { openPage } from '@/shared/testing/open-page';
import opinion from './module';

const screen = new DOMWrapper(document.body);
const routes = opinion.routes.map((route) => ({ ...route, path: `/${route.path}` }));
const serve = () =>
  fakeServer({
    'GET /api/opinions': { own: [], shared: [{ id: 's1', kind: 'agree', text: '同意，请走东门。' }] },
    'POST /api/opinions': { id: 'o1' },
    'POST /api/opinions/shared/s1/drop': noContent,
  });
beforeAll(() => import('./OpinionsPage.vue'));

it('lets an approver add own opinions and only read the shared ones', async () => {
  const requests = serve();
  await openPage('/opinions', routes, 'approval.decide');
  await flushPromises();
  expect(screen.text()).toContain('同意，请走东门。');
  expect(screen.findAll('form')).toHaveLength(1);
  await screen.get('form input').setValue('同意，欢迎。');
  await screen.get('form').trigger('submit');
  await flushPromises();
  expect(requests.find(({ route }) => route === 'POST /api/opinions')?.body).toEqual({
    kind: 'agree',
    text: '同意，欢迎。',
  });
});

it('lets the security administrator edit the shared ones', async () => {
  const requests = serve();
  await openPage('/opinions', routes, 'approval.decide', 'policy.write');
  await flushPromises();
  await screen.findAll('button').find((button) => button.text() === '删除')?.trigger('click'); // prettier-ignore
  await flushPromises();
  expect(requests.map(({ route }) => route)).toContain('POST /api/opinions/shared/s1/drop');
});
