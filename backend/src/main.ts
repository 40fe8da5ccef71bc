import 'reflect-metadata';
import { join } from 'node:path';
import { startEmbeddedPostgres } from './platform/database/embedded-postgres/embedded-postgres.js';
import { migrate } from './platform/database/orm.js';
import { readSettings, SettingsError } from './platform/settings.js';
import { createServer } from './server.js';

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const embedded = settings.DATABASE_URL
    ? null
    : await startEmbeddedPostgres({ dataDir: join(settings.DATA_DIR, 'postgres') });
  const ownerUrl = settings.DATABASE_URL ?? embedded?.ownerUrl ?? '';
  await migrate(ownerUrl);
  const app = await createServer(settings, { ownerUrl, appUrl: settings.DATABASE_URL ?? embedded?.appUrl ?? '' });
  await app.listen(settings.PORT, settings.HOST);
  process.stdout.write(`\n  Gatehouse（传达室） ${settings.PUBLIC_URL}\n`);
}

main().catch((error: unknown) => {
  const text = error instanceof SettingsError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
