import { Search, User } from '@element-plus/icons-vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'search',
      name: 'search',
      component: () => import('./SearchPage.vue'),
      meta: { title: 'search.title', permission: 'visit.read', menu: { group: 'duty', order: 4, icon: Search } },
    },
    {
      path: 'people',
      name: 'people',
      component: () => import('./PeoplePage.vue'),
      meta: { title: 'search.people', permission: 'visit.read', menu: { group: 'duty', order: 5, icon: User } },
    },
    {
      path: 'plates',
      name: 'plates',
      component: () => import('./PlatesPage.vue'),
      meta: { title: 'search.plates', permission: 'visit.read' },
    },
  ],
} satisfies ConsoleModule;
