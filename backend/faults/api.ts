import 'reflect-metadata';
import { readSettings } from '../src/platform/settings.js';
import { createServer } from '../src/server.js';

const { port, ownerUrl, appUrl, dataDir } = JSON.parse(process.argv[2] ?? '{}') as Record<string, string>;

/** The product as it is, in production mode, as a process that may be killed. */
const settings = readSettings({
  APP_MODE: 'production',
  PUBLIC_URL: 'https://gatehouse.invalid',
  LOG_LEVEL: 'silent',
  DATA_DIR: dataDir,
});
const app = await createServer(settings, { ownerUrl: ownerUrl ?? '', appUrl: appUrl ?? '' });
await app.listen(Number(port), '127.0.0.1');
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
