import { AlarmClock } from '@element-plus/icons-vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'office-approvals',
      name: 'office-approvals',
      component: () => import('./OfficeApprovalsPage.vue'),
      meta: {
        title: 'officeApproval.title',
        permission: 'approval.decide-any',
        menu: { group: 'duty', order: 3, icon: AlarmClock },
      },
    },
  ],
} satisfies ConsoleModule;
