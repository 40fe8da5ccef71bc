import { Calendar, Lock, SetUp } from '@element-plus/icons-vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'policy',
      name: 'policy',
      component: () => import('./PolicyPage.vue'),
      meta: { title: 'policy.title', permission: 'policy.read', menu: { group: 'protection', order: 8, icon: SetUp } },
    },
    {
      path: 'calendar',
      name: 'calendar',
      component: () => import('./CalendarPage.vue'),
      meta: {
        title: 'calendar.title',
        permission: 'policy.read',
        menu: { group: 'protection', order: 9, icon: Calendar },
      },
    },
    {
      path: 'closures',
      name: 'closures',
      component: () => import('./ClosuresPage.vue'),
      meta: {
        title: 'closures.title',
        permission: 'policy.read',
        menu: { group: 'protection', order: 10, icon: Lock },
      },
    },
  ],
} satisfies ConsoleModule;
