import { VideoCamera } from '@element-plus/icons-vue';
import { type ConsoleModule } from '@/shared/console-module';

export default {
  routes: [
    {
      path: 'equipment',
      name: 'equipment',
      component: () => import('./EquipmentPage.vue'),
      meta: {
        title: 'equipment.title',
        permission: 'device.read',
        menu: { group: 'protection', order: 3, icon: VideoCamera },
      },
    },
    {
      path: 'equipment/:id',
      name: 'equipment-people',
      component: () => import('./PeopleOnDevicePage.vue'),
      props: true,
      meta: { title: 'equipment.peopleTitle', permission: 'passage.read' },
    },
  ],
} satisfies ConsoleModule;
