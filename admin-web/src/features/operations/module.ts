import { Cpu, Link } from '@element-plus/icons-vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'integrations',
      name: 'integrations',
      component: () => import('./IntegrationsPage.vue'),
      meta: {
        title: 'operations.integrations',
        permission: 'job.read',
        menu: { group: 'system', order: 6, icon: Link },
      },
    },
    {
      path: 'jobs',
      name: 'jobs',
      component: () => import('./JobsPage.vue'),
      meta: { title: 'operations.jobs', permission: 'job.read', menu: { group: 'system', order: 7, icon: Cpu } },
    },
  ],
} satisfies ConsoleModule;
