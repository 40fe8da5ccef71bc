import { Calendar } from '@element-plus/icons-vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'long-term',
      name: 'long-term',
      component: () => import('./LongTermPage.vue'),
      meta: { title: 'longTerm.title', permission: 'visit.read', menu: { group: 'duty', order: 3, icon: Calendar } },
      children: [
        {
          path: ':id',
          name: 'long-term-visit',
          component: () => import('@/features/visit/VisitDrawer.vue'),
          props: ({ params }) => ({ id: String(params['id']), list: 'long-term' }),
          meta: { title: 'longTerm.title', permission: 'visit.read' },
        },
      ],
    },
  ],
} satisfies ConsoleModule;
