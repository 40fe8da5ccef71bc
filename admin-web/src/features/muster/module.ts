import { List } from '@element-plus/icons-vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'muster',
      name: 'muster',
      component: () => import('./MusterPage.vue'),
      meta: { title: 'muster.title', permission: 'dashboard.read', menu: { group: 'duty', order: 7, icon: List } },
    },
  ],
} satisfies ConsoleModule;
