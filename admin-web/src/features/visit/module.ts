import { Tickets } from '@element-plus/icons-vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'visits',
      name: 'visits',
      component: () => import('./VisitsPage.vue'),
      meta: { title: 'visit.title', permission: 'visit.read', menu: { group: 'duty', order: 2, icon: Tickets } },
      children: [
        {
          path: ':id',
          name: 'visit',
          component: () => import('./VisitDrawer.vue'),
          props: true,
          meta: { title: 'visit.title', permission: 'visit.read' },
        },
      ],
    },
  ],
} satisfies ConsoleModule;
