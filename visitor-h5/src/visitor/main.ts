import { createApp } from 'vue';
import '../shared/tokens.css';
import '../shared/base.css';
import '../shared/parts.css';
import './visitor.css';
import { startI18n } from '../shared/i18n.ts';
import { startLargeText } from '../shared/large-text.ts';
import App from './App.vue';
import { startOfflineWorker } from '../shared/offline-worker.ts';
import { keepTitle, startVisitorRouter } from './router.ts';

startLargeText();
const app = createApp(App);
void Promise.all([startI18n(), startVisitorRouter(app)]).then(() => {
  keepTitle();
  app.mount('#app');
  startOfflineWorker('visit');
});
