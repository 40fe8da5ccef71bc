import { type ConsoleModule } from '@/shared/console-module';

/** Opened from the account menu; for everybody who is signed in. */
export default {
  routes: [
    {
      path: 'own-sessions',
      name: 'own-sessions',
      component: () => import('./OwnSessionsPage.vue'),
      meta: { title: 'ownSession.title', isForAll: true },
    },
  ],
} satisfies ConsoleModule;
