import { watchEffect, type App } from 'vue';
import { startRouter, useRoute, type Route } from '../shared/router.ts';
import { t, type Key } from './i18n.ts';

const page = (path: string, title: Key, component: () => Promise<{ default: object }>) => ({ path, title, component });

const routes = [
  page('/', 'landing.title', () => import('./landing/LandingPage.vue')),
  page('/apply', 'apply.title', () => import('./apply/ApplyPage.vue')),
  page('/apply/done', 'done.title', () => import('./apply/DonePage.vue')),
  page('/records', 'records.title', () => import('./records/RecordsPage.vue')),
  page('/records/:id', 'visit.title', () => import('./records/VisitPage.vue')),
  page('/pass/:id', 'pass.title', () => import('./pass/PassPage.vue')),
];

/** Opening a sheet changes the URL but not the view under it. */
const isSameView = (to: Pick<Route, 'path' | 'query'>, from: Pick<Route, 'path' | 'query'>) =>
  to.path === from.path && to.query.step === from.query.step;

export const startVisitorRouter = (app: App) => startRouter(app, { base: '/visit/', routes, isSameView });

export function keepTitle(): void {
  const route = useRoute();
  watchEffect(() => (document.title = t(route.title as Key)));
}
