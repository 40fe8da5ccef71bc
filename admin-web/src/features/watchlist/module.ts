import { CircleClose, Warning } from '@element-plus/icons-vue';
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
    {
      path: 'blacklist/hits',
      name: 'blacklist-hits',
      component: () => import('./HitsPage.vue'),
      meta: {
        title: 'blacklist.hitsTitle',
        permission: 'blacklist.read',
        menu: { group: 'protection', order: 2, icon: Warning },
      },
    },
  ],
} satisfies ConsoleModule;
