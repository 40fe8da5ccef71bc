import { Key } from '@element-plus/icons-vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'sign-in',
      name: 'sign-in-providers',
      component: () => import('./ProvidersPage.vue'),
      meta: {
        title: 'signIn.title',
        permission: 'sign-in.write',
        menu: { group: 'system', order: 3, icon: Key },
      },
    },
  ],
} satisfies ConsoleModule;
