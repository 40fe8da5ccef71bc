import { Connection } from '@element-plus/icons-vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'webhooks',
      name: 'webhooks',
      component: () => import('./WebhooksPage.vue'),
      meta: {
        title: 'webhook.title',
        permission: 'webhook.write',
        menu: { group: 'system', order: 5, icon: Connection },
      },
    },
  ],
} satisfies ConsoleModule;
