import { Timer } from '@element-plus/icons-vue';
import { defineAsyncComponent } from 'vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'overstays',
      name: 'overstays',
      component: () => import('./OverstaysPage.vue'),
      meta: {
        title: 'overstay.title',
        permission: 'visit.read',
        menu: {
          group: 'duty',
          order: 6,
          icon: Timer,
          badge: defineAsyncComponent(() => import('./OverstayCount.vue')),
        },
      },
    },
  ],
} satisfies ConsoleModule;
