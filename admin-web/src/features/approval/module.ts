import { Reading, Stamp } from '@element-plus/icons-vue';
import { defineAsyncComponent } from 'vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'approvals',
      name: 'approvals',
      component: () => import('./ApprovalsPage.vue'),
      meta: {
        title: 'approval.title',
        permission: 'approval.decide',
        menu: { group: 'own', order: 1, icon: Stamp, badge: defineAsyncComponent(() => import('./TodoCount.vue')) },
      },
      children: [
        {
          path: ':id',
          name: 'approval',
          component: () => import('./ApprovalPanel.vue'),
          props: true,
          meta: { title: 'approval.title', permission: 'approval.decide' },
        },
      ],
    },
    {
      path: 'approval-guide',
      name: 'approval-guide',
      component: () => import('./GuidePage.vue'),
      meta: {
        title: 'approval.guide.title',
        permission: 'approval.decide',
        menu: { group: 'own', order: 7, icon: Reading },
      },
    },
  ],
} satisfies ConsoleModule;
