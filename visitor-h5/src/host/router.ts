import { type App } from 'vue';
import { startRouter } from '../shared/router.ts';

export const startHostRouter = (app: App) =>
  startRouter(app, {
    base: '/host/',
    routes: [
      { path: '/', component: () => import('./pages/ToDoPage.vue') },
      { path: '/invitations', component: () => import('./invitations/InvitationsPage.vue') },
      { path: '/visits', component: () => import('./visits/MyVisitsPage.vue') },
      { path: '/visits/:id', component: () => import('./visits/MyVisitPage.vue') },
      { path: '/guide', component: () => import('./pages/GuidePage.vue') },
      { path: '/approvals/:id', component: () => import('./pages/ApprovalPage.vue') },
    ],
    isSameView: (to, from) => to.path === from.path,
  });
