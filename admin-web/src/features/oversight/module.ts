import { DataLine, DocumentChecked, Promotion } from '@element-plus/icons-vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'dashboard',
      name: 'dashboard',
      component: () => import('./DashboardPage.vue'),
      meta: {
        title: 'dashboard.title',
        permission: 'dashboard.read',
        menu: { group: 'duty', order: 1, icon: DataLine },
      },
    },
    {
      path: '/wall',
      name: 'wall',
      component: () => import('./WallPage.vue'),
      meta: { title: 'dashboard.title', permission: 'dashboard.read', isBare: true },
    },
    {
      path: 'audit',
      name: 'audit',
      component: () => import('./AuditPage.vue'),
      meta: {
        title: 'audit.title',
        permission: 'audit.read',
        menu: { group: 'records', order: 1, icon: DocumentChecked },
      },
    },
    {
      path: 'deliveries',
      name: 'deliveries',
      component: () => import('./DeliveriesPage.vue'),
      meta: {
        title: 'delivery.title',
        permission: 'delivery.read',
        menu: { group: 'records', order: 2, icon: Promotion },
      },
    },
  ],
} satisfies ConsoleModule;
