import { Flag, Memo, Notebook } from '@element-plus/icons-vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'own-ledger',
      name: 'own-ledger',
      component: () => import('./OwnLedgerPage.vue'),
      meta: {
        title: 'standing.ownTitle',
        permission: 'approval.decide',
        menu: { group: 'own', order: 6, icon: Memo },
      },
    },
    {
      path: 'hosts-ledger',
      name: 'hosts-ledger',
      component: () => import('./HostsLedgerPage.vue'),
      meta: {
        title: 'standing.title',
        permission: 'standing.read',
        menu: { group: 'protection', order: 3, icon: Notebook },
      },
    },
    {
      path: 'resale-flags',
      name: 'resale-flags',
      component: () => import('./ResaleFlagsPage.vue'),
      meta: { title: 'resale.title', permission: 'standing.read', menu: { group: 'protection', order: 4, icon: Flag } },
    },
  ],
} satisfies ConsoleModule;
