import { createApp } from 'vue';
import '../shared/tokens.css';
import '../shared/base.css';
import '../shared/parts.css';
import './host.css';
import { startI18n } from '../shared/i18n.ts';
import { startLargeText } from '../shared/large-text.ts';
import App from './App.vue';
import { startHostRouter } from './router.ts';

startLargeText();
const app = createApp(App);
const words = startI18n({ zh: () => import('./locales/zh.ts'), en: () => import('./locales/en.ts') });
void Promise.all([words, startHostRouter(app)]).then(() => app.mount('#app'));
