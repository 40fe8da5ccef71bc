import { CircleClose } from '@element-plus/icons-vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'blacklist',
      name: 'blacklist',
      component: () => import('./BlacklistPage.vue'),
      meta: {
        title: 'blacklist.title',
        permission: 'blacklist.read',
        menu: { group: 'protection', order: 1, icon: CircleClose },
      },
    },
  ],
} satisfies ConsoleModule;
