import { User } from '@element-plus/icons-vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'my-visits',
      name: 'my-visits',
      component: () => import('./MyVisitsPage.vue'),
      meta: {
        title: 'myVisit.title',
        permission: 'approval.decide',
        menu: { group: 'own', order: 2, icon: User },
      },
      children: [
        {
          path: ':id',
          name: 'my-visit',
          component: () => import('./MyVisitPanel.vue'),
          props: true,
          meta: { title: 'myVisit.title', permission: 'approval.decide' },
        },
      ],
    },
  ],
} satisfies ConsoleModule;
