import { watchEffect, type App } from 'vue';
import { startRouter, useRoute, type Route } from '../shared/router.ts';
import { t, words, type Key } from './i18n.ts';
import { wasSignedIn } from './records/sign-in.ts';

const page = (path: string, title: Key, component: () => Promise<{ default: object }>, its = words.all) => ({
  path,
  title,
  component,
  words: its,
});

const routes = [
  page('/', 'landing.title', () => import('./landing/LandingPage.vue'), words.landing),
  page('/apply', 'apply.title', () => import('./apply/ApplyPage.vue'), words.apply),
  page('/apply/done', 'done.title', () => import('./apply/DonePage.vue')),
  page('/notice/:version', 'notice.title', () => import('./landing/NoticePage.vue')),
  page('/records', 'records.title', () => import('./records/RecordsPage.vue'), words.records),
  page('/records/:id', 'visit.title', () => import('./records/VisitPage.vue'), words.records),
  page('/records/:id/change', 'change.title', () => import('./life/ChangePage.vue')),
  page('/g/:code', 'records.title', () => import('./entries/GatePage.vue'), words.records),
  page('/i/:token', 'landing.title', () => import('./entries/InvitationPage.vue'), words.landing),
  page('/i/:token/apply', 'apply.title', () => import('./apply/ApplyPage.vue'), words.apply),
  page('/pass/:id', 'pass.title', () => import('./pass/PassPage.vue'), wasSignedIn() ? words.pass : words.signIn),
  page('/me', 'me.title', () => import('./me/MePage.vue'), words.me),
  page('/p/:token', 'pass.title', () => import('./share/SharedPassPage.vue'), words.shared),
];

/** Opening a sheet changes the URL but not the view under it. */
const isSameView = (to: Pick<Route, 'path' | 'query'>, from: Pick<Route, 'path' | 'query'>) =>
  to.path === from.path && to.query.step === from.query.step;

export const startVisitorRouter = (app: App) => startRouter(app, { base: '/visit/', routes, isSameView });

export function keepTitle(): void {
  const route = useRoute();
  watchEffect(() => (document.title = t(route.title as Key)));
}
