import { type Permission, type StaffIdentity } from '@gatehouse/contract';
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query';
import { flushPromises, mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { type Component, defineComponent, h } from 'vue';
import { createMemoryHistory, createRouter, type RouteRecordRaw, RouterView } from 'vue-router';
import { i18n, speak } from '@/app/i18n';
import { useSession } from '@/features/identity/session';

export const staffWith = (...permissions: Permission[]): StaffIdentity => ({
  id: 's1',
  number: '20081234',
  name: '林海峰',
  unitName: '保卫处',
  isLeader: false,
  roles: ['staff'],
  permissions,
});

const elsewhere = { template: '<i />' };
const known = ['visits', 'visit', 'passages', 'home', 'login'].map((name) => ({
  path: `/elsewhere/${name}/:id?`,
  name,
  component: elsewhere,
}));

/** Mounts what stands at an address, with everything around it that the console has. */
export async function openPage(address: string, routes: RouteRecordRaw[], ...permissions: Permission[]) {
  const pinia = createPinia();
  setActivePinia(pinia);
  useSession().staff = staffWith(...permissions);
  await speak('zh');
  const names = new Set(routes.flatMap(({ name }) => name ?? []));
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [...routes, ...known.filter(({ name }) => !names.has(name))],
  });
  await router.push(address);
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const page = mount(RouterView, {
    attachTo: document.body,
    global: { plugins: [pinia, i18n, router, [VueQueryPlugin, { queryClient }]] },
  });
  await flushPromises();
  return { page, router, press };
}

/** The same for a part that needs no address of its own. */
export function openPart(part: Component, props: Record<string, unknown>, ...permissions: Permission[]) {
  const host = defineComponent({ render: () => h(part, props) });
  return openPage('/', [{ path: '/', component: host }], ...permissions);
}

export async function press(key: string, target: EventTarget = document.body): Promise<void> {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await flushPromises();
}
