import { Lock, Timer } from '@element-plus/icons-vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'retention',
      name: 'retention',
      component: () => import('./RetentionPage.vue'),
      meta: {
        title: 'retention.title',
        permission: 'retention.read',
        menu: { group: 'records', order: 6, icon: Timer },
      },
    },
    {
      path: 'holds',
      name: 'holds',
      component: () => import('./HoldsPage.vue'),
      meta: { title: 'hold.title', permission: 'hold.read', menu: { group: 'records', order: 7, icon: Lock } },
    },
  ],
} satisfies ConsoleModule;
