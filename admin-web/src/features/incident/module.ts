import { WarningFilled } from '@element-plus/icons-vue';
import { defineAsyncComponent } from 'vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'incidents',
      name: 'incidents',
      component: () => import('./IncidentsPage.vue'),
      meta: {
        title: 'incident.title',
        permission: 'incident.read',
        menu: {
          group: 'duty',
          order: 8,
          icon: WarningFilled,
          badge: defineAsyncComponent(() => import('./OpenIncidents.vue')),
        },
      },
      children: [
        {
          path: ':id',
          name: 'incident',
          component: () => import('./IncidentDrawer.vue'),
          props: true,
          meta: { title: 'incident.title', permission: 'incident.read' },
        },
      ],
    },
  ],
} satisfies ConsoleModule;
