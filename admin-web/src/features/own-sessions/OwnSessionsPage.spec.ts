import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { beforeEach, expect, it } from 'vitest';
import { fakeServer, noContent, type SentRequest } from '@/shared/testing/fake-server';
import { openPart } from '@/shared/testing/open-page';
import OwnSessionsPage from './OwnSessionsPage.vue';

const screen = new DOMWrapper(document.body);
const at = { beganAt: '2026-11-22T00:00:00Z', seenAt: '2026-11-22T01:00:00Z', expiresAt: '2026-11-22T12:00:00Z' };
let requests: SentRequest[];
const ended = () => requests.filter(({ route }) => route.startsWith('DELETE')).map(({ route }) => route);

beforeEach(async () => {
  requests = fakeServer({
    'GET /api/auth/sessions': [
      { id: 'here', provider: 'cas', device: 'Chrome · Windows', isThis: true, ...at },
      { id: 'hall', provider: 'cas', device: '', isThis: false, ...at },
    ],
    'DELETE /api/auth/sessions/hall': noContent,
    'DELETE /api/auth/sessions': noContent,
  });
  await openPart(OwnSessionsPage, {});
  await flushPromises();
});

it('ends one that was left behind, never the one at hand', async () => {
  const buttons = screen.findAll('.el-table button');
  expect(buttons).toHaveLength(1);
  await buttons[0]!.trigger('click');
  await flushPromises();
  expect(ended()).toEqual(['DELETE /api/auth/sessions/hall']);
});

it('ends all others, once that was confirmed', async () => {
  await screen.get('.actions .el-button').trigger('click');
  await flushPromises();
  expect(ended()).toEqual([]);
  await screen.get('.el-message-box .el-button--primary').trigger('click');
  await flushPromises();
  expect(ended()).toEqual(['DELETE /api/auth/sessions']);
});
