import { ChatLineSquare } from '@element-plus/icons-vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'opinions',
      name: 'opinions',
      component: () => import('./OpinionsPage.vue'),
      meta: {
        title: 'opinion.title',
        permission: 'approval.decide',
        menu: { group: 'own', order: 5, icon: ChatLineSquare },
      },
    },
  ],
} satisfies ConsoleModule;
