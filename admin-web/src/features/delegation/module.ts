import { Switch } from '@element-plus/icons-vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'delegations',
      name: 'delegations',
      component: () => import('./DelegationsPage.vue'),
      meta: {
        title: 'delegation.title',
        permission: 'approval.decide',
        menu: { group: 'own', order: 4, icon: Switch },
      },
    },
  ],
} satisfies ConsoleModule;
