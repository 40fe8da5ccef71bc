import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: '/login',
      name: 'login',
      component: () => import('./LoginPage.vue'),
      meta: { title: 'login.title', isPublic: true },
    },
    {
      path: '/setup',
      name: 'setup',
      component: () => import('./SetupPage.vue'),
      meta: { title: 'setup.title', isPublic: true },
    },
  ],
} satisfies ConsoleModule;
