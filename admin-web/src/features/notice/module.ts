import { Message } from '@element-plus/icons-vue';
import { type ConsoleModule } from '@/shared/console-module';

/** What would have been sent by SMS, WeCom and mail; the demo server shows it on its own page. */
export default {
  routes: [],
  demoLinks: [{ href: '/dev/outbox', title: 'notice.outbox', icon: Message }],
} satisfies ConsoleModule;
