import { createApp } from 'vue';
import '../shared/tokens.css';
import '../shared/base.css';
import '../shared/parts.css';
import './visitor.css';
import { startLargeText } from '../shared/large-text.ts';
import App from './App.vue';
import { startVisitorI18n } from './i18n.ts';
import { startOfflineWorker } from './offline.ts';
import { router } from './router.ts';

startLargeText();
const app = createApp(App).use(router);
void Promise.all([startVisitorI18n(), router.isReady()])
  .then(() => app.mount('#app'))
  .then(startOfflineWorker);
