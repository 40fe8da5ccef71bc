import { nextTick, watch } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';
import { locale } from '../shared/i18n.ts';
import { t, type Key } from './i18n.ts';

declare module 'vue-router' {
  interface RouteMeta {
    title: Key;
  }
}

export const router = createRouter({
  history: createWebHistory('/visit/'),
  routes: [
    { path: '/', meta: { title: 'landing.title' }, component: () => import('./landing/LandingPage.vue') },
    { path: '/apply', meta: { title: 'apply.title' }, component: () => import('./apply/ApplyPage.vue') },
    { path: '/apply/done', meta: { title: 'done.title' }, component: () => import('./apply/DonePage.vue') },
    { path: '/records', meta: { title: 'records.title' }, component: () => import('./records/RecordsPage.vue') },
    { path: '/records/:id', meta: { title: 'visit.title' }, component: () => import('./records/VisitPage.vue') },
    { path: '/pass/:id', meta: { title: 'pass.title' }, component: () => import('./pass/PassPage.vue') },
    { path: '/:unknown(.*)*', redirect: '/' },
  ],
  scrollBehavior: (to, from, saved) => saved ?? (isSameView(to, from) ? false : { top: 0 }),
});

interface View {
  path: string;
  query: Record<string, unknown>;
}
/** Opening a sheet changes the URL but not the view under it. */
const isSameView = (to: View, from: View) => to.path === from.path && to.query.step === from.query.step;

const setTitle = () => {
  const { title } = router.currentRoute.value.meta;
  if (title) document.title = t(title);
};
watch(locale, setTitle);

router.afterEach(async (to, from) => {
  await nextTick();
  setTitle();
  const openedLater = from.matched.length > 0;
  if (openedLater && !isSameView(to, from)) document.querySelector('h1')?.focus({ preventScroll: true });
});
