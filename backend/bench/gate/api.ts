import 'reflect-metadata';
import { readSettings } from '../../src/platform/settings.js';
import { createServer } from '../../src/server.js';
import { reportOnRequest } from './reports.js';

const { ownerUrl, appUrl, dataDir } = JSON.parse(process.argv[2] ?? '{}') as Record<string, string>;

/** The product as it is, in production mode. */
const settings = readSettings({
  APP_MODE: 'production',
  PUBLIC_URL: 'https://gatehouse.invalid',
  LOG_LEVEL: 'error',
  DATA_DIR: dataDir,
});
const app = await createServer(settings, { ownerUrl: ownerUrl ?? '', appUrl: appUrl ?? '' });
await app.listen(0, '127.0.0.1');
reportOnRequest();
process.send?.({ port: Number(new URL(await app.getUrl()).port) });
