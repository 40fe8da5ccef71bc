import 'reflect-metadata';
import { join } from 'node:path';
import { welcome } from './welcome.js';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from './platform/database/embedded-postgres/embedded-postgres.js';
import { type DatabaseAddress, migrate } from './platform/database/orm.js';
import { readSettings, type Settings, SettingsError } from './platform/settings.js';
import { createServer } from './server.js';

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const embedded = settings.DATABASE_URL
    ? null
    : await startEmbeddedPostgres({ dataDir: join(settings.DATA_DIR, 'postgres') });
  try {
    await serve(settings, addressOf(settings, embedded), embedded);
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

async function serve(settings: Settings, address: DatabaseAddress, embedded: EmbeddedPostgres | null): Promise<void> {
  await migrate(address.ownerUrl);
  const app = await createServer(settings, address);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await app.close();
    await embedded?.stop();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
  await app.listen(settings.PORT, settings.HOST);
  process.stdout.write(await welcome(app, settings));
}

function addressOf({ DATABASE_URL }: Settings, embedded: EmbeddedPostgres | null): DatabaseAddress {
  if (embedded) return { ownerUrl: embedded.ownerUrl, appUrl: embedded.appUrl };
  return { ownerUrl: DATABASE_URL ?? '', appUrl: DATABASE_URL ?? '' };
}

main().catch((error: unknown) => {
  const text = error instanceof SettingsError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
