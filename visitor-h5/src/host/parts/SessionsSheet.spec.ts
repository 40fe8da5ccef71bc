// @vitest-environment happy-dom
import { DOMWrapper, flushPromises, mount } from '@vue/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { startI18n } from '../../shared/i18n.ts';
import SessionsSheet from './SessionsSheet.vue';

const screen = new DOMWrapper(document.body);
const at = { beganAt: '2026-11-22T00:00:00Z', seenAt: '2026-11-22T01:00:00Z', expiresAt: '2026-11-22T12:00:00Z' };
let sessions: object[];
let ended: string[];

beforeEach(async () => {
  ended = [];
  sessions = [
    { id: 'here', provider: 'cas', device: 'WeCom · Android', isThis: true, ...at },
    { id: 'hall', provider: 'cas', device: 'Chrome · Windows', isThis: false, ...at },
  ];
  document.body.innerHTML = '';
  vi.stubGlobal('fetch', (url: string, { method }: RequestInit) => {
    if (method === 'DELETE') {
      ended.push(url);
      sessions = sessions.slice(0, 1);
      return Promise.resolve(new Response(null, { status: 204 }));
    }
    return Promise.resolve(Response.json(sessions));
  });
  await startI18n({ zh: () => import('../locales/zh.ts'), en: () => import('../locales/en.ts') });
  mount(SessionsSheet, { attachTo: document.body });
  await flushPromises();
});

it('ends one that was left behind, never the one at hand', async () => {
  const buttons = screen.findAll('.cell .link');
  expect(buttons).toHaveLength(1);
  await buttons[0]!.trigger('click');
  await flushPromises();
  expect(ended).toEqual(['/api/auth/sessions/hall']);
  expect(screen.findAll('.cell .link')).toHaveLength(0);
});

it('ends all others at once, and offers it only while there are some', async () => {
  await screen.get('.button.danger').trigger('click');
  await flushPromises();
  expect(ended).toEqual(['/api/auth/sessions']);
  expect(screen.find('.button.danger').exists()).toBe(false);
});
