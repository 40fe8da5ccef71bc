import { nextTick } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';

export const router = createRouter({
  history: createWebHistory('/host/'),
  routes: [
    { path: '/', component: () => import('./pages/ToDoPage.vue') },
    { path: '/approvals/:id', component: () => import('./pages/ApprovalPage.vue') },
    { path: '/:unknown(.*)*', redirect: '/' },
  ],
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
});

router.afterEach(async (to, from) => {
  await nextTick();
  const openedLater = from.matched.length > 0;
  if (openedLater && to.path !== from.path) document.querySelector('h1')?.focus({ preventScroll: true });
});
