import { OfficeBuilding, Upload } from '@element-plus/icons-vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'directory',
      name: 'directory',
      component: () => import('./DirectoryPage.vue'),
      meta: {
        title: 'directory.title',
        permission: 'directory.read',
        menu: { group: 'system', order: 1, icon: OfficeBuilding },
      },
    },
    {
      path: 'directory/sync',
      name: 'directory-sync',
      component: () => import('./SyncPage.vue'),
      meta: {
        title: 'directory.syncTitle',
        permission: 'directory.read',
        menu: { group: 'system', order: 2, icon: Upload },
      },
    },
  ],
} satisfies ConsoleModule;
