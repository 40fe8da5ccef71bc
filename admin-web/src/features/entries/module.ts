import { Postcard } from '@element-plus/icons-vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'posters',
      name: 'posters',
      component: () => import('./PostersPage.vue'),
      meta: {
        title: 'poster.title',
        permission: 'device.read',
        menu: { group: 'protection', order: 3, icon: Postcard },
      },
    },
  ],
} satisfies ConsoleModule;
