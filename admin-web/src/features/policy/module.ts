import { SetUp } from '@element-plus/icons-vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'policy',
      name: 'policy',
      component: () => import('./PolicyPage.vue'),
      meta: { title: 'policy.title', permission: 'policy.read', menu: { group: 'protection', order: 8, icon: SetUp } },
    },
  ],
} satisfies ConsoleModule;
