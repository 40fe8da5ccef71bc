import { FolderOpened } from '@element-plus/icons-vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'exports',
      name: 'exports',
      component: () => import('./ExportsPage.vue'),
      meta: {
        title: 'export.pageTitle',
        permission: 'passage.export',
        menu: { group: 'records', order: 4, icon: FolderOpened },
      },
    },
  ],
} satisfies ConsoleModule;
