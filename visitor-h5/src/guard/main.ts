import { createApp } from 'vue';
import '../shared/tokens.css';
import '../shared/base.css';
import '../shared/parts.css';
import './guard.css';
import { startI18n } from '../shared/i18n.ts';
import { startOfflineWorker } from '../shared/offline-worker.ts';
import App from './App.vue';
import { openCabinet } from './device/cabinet.ts';
import { takePairingToken } from './device/pairing-token.ts';
import NoStorage from './pages/NoStorage.vue';

const pairingToken = takePairingToken();

async function start(): Promise<void> {
  await startI18n({ zh: () => import('./locales/zh.ts'), en: () => import('./locales/en.ts') });
  const cabinet = await openCabinet().catch(() => null);
  const app = cabinet ? createApp(App, { cabinet, pairingToken }) : createApp(NoStorage);
  app.mount('#app');
  startOfflineWorker('guard');
}

void start();
