import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, expect, it } from 'vitest';
import { createMemoryHistory } from 'vue-router';
import { useSession } from '@/features/identity/session';
import { fakeServer, problem } from '@/shared/testing/fake-server';
import { staffWith } from '@/shared/testing/open-page';
import { features } from './features';
import { createConsoleRouter } from './router';

beforeEach(() => setActivePinia(createPinia()));

async function goTo(path: string) {
  const session = useSession();
  const router = createConsoleRouter(features, session, createMemoryHistory());
  await router.push(path);
  return { place: router.currentRoute.value, session };
}

it('sends a stranger to the sign-in page and remembers where he wanted to go', async () => {
  fakeServer({ 'GET /api/auth/me': problem(401, 'auth.sign-in-needed', '请先登录。') });

  const { place } = await goTo('/visits?status=pending');

  expect(place.name).toBe('login');
  expect(place.query.next).toBe('/visits?status=pending');
});

it('opens a page for whoever holds its permission', async () => {
  fakeServer({ 'GET /api/auth/me': staffWith('visit.read') });

  expect((await goTo('/visits/v1')).place.name).toBe('visit');
});

it('keeps everybody else out, also by a typed address', async () => {
  fakeServer({ 'GET /api/auth/me': staffWith('visit.read') });

  const { place } = await goTo('/blacklist');

  expect(place.name).toBe('no-access');
  expect(place.query.page).toBe('/blacklist');
});

it('begins at the first page this person may open', async () => {
  fakeServer({ 'GET /api/auth/me': staffWith('audit.read') });
  expect((await goTo('/')).place.name).toBe('audit');
});

it('begins at the empty page when there is nothing to open', async () => {
  fakeServer({ 'GET /api/auth/me': staffWith() });
  expect((await goTo('/')).place.name).toBe('home');
});

it('asks who is signed in only once', async () => {
  const requests = fakeServer({ 'GET /api/auth/me': staffWith('visit.read', 'passage.read') });
  const router = createConsoleRouter(features, useSession(), createMemoryHistory());

  await router.push('/visits');
  await router.push('/passages');

  expect(requests).toHaveLength(1);
});

it('does not take a broken server for a signed-out person', async () => {
  fakeServer({ 'GET /api/auth/me': problem(503, 'server.not-ready', '系统正在启动。') });

  const { place, session } = await goTo('/visits');

  expect(place.name).toBe('visits');
  expect(session.problem).toMatchObject({ code: 'server.not-ready' });
});
