import { Avatar, Key } from '@element-plus/icons-vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'roles',
      name: 'roles',
      component: () => import('./RolesPage.vue'),
      meta: { title: 'roles.title', permission: 'role.read', menu: { group: 'system', order: 3, icon: Avatar } },
    },
    {
      path: 'local-accounts',
      name: 'local-accounts',
      component: () => import('./LocalAccountsPage.vue'),
      meta: { title: 'roles.localTitle', permission: 'role.read', menu: { group: 'system', order: 4, icon: Key } },
    },
  ],
} satisfies ConsoleModule;
