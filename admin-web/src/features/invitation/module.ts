import { Promotion } from '@element-plus/icons-vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'invitations',
      name: 'invitations',
      component: () => import('./InvitationsPage.vue'),
      meta: {
        title: 'invitation.title',
        permission: 'approval.decide',
        menu: { group: 'own', order: 3, icon: Promotion },
      },
    },
    {
      path: 'invitations/list',
      name: 'guest-list',
      component: () => import('./GuestListPage.vue'),
      meta: { title: 'invitation.listTitle', permission: 'approval.decide' },
    },
  ],
} satisfies ConsoleModule;
