import { Cellphone, Switch } from '@element-plus/icons-vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'passages',
      name: 'passages',
      component: () => import('./PassagesPage.vue'),
      meta: { title: 'passage.title', permission: 'passage.read', menu: { group: 'duty', order: 3, icon: Switch } },
    },
    {
      path: 'devices',
      name: 'devices',
      component: () => import('./DevicesPage.vue'),
      meta: {
        title: 'device.title',
        permission: 'device.read',
        menu: { group: 'protection', order: 3, icon: Cellphone },
      },
      children: [
        {
          path: ':id',
          name: 'device',
          component: () => import('./DeviceDrawer.vue'),
          props: true,
          meta: { title: 'device.title', permission: 'device.read' },
        },
      ],
    },
  ],
} satisfies ConsoleModule;
