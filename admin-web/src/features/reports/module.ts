import { Histogram } from '@element-plus/icons-vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'reports',
      name: 'reports',
      component: () => import('./ReportsPage.vue'),
      meta: {
        title: 'report.title',
        permission: 'dashboard.read',
        menu: { group: 'records', order: 3, icon: Histogram },
      },
    },
  ],
} satisfies ConsoleModule;
