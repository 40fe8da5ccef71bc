import { Avatar } from '@element-plus/icons-vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'guards',
      name: 'guards',
      component: () => import('./GuardsPage.vue'),
      meta: {
        title: 'guard.title',
        permission: 'device.read',
        menu: { group: 'protection', order: 3, icon: Avatar },
      },
    },
  ],
} satisfies ConsoleModule;
