import 'reflect-metadata';
import { join } from 'node:path';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from './platform/database/embedded-postgres/embedded-postgres.js';
import { DataDirectoryInUse } from './platform/database/embedded-postgres/lease.js';
import { PostmasterFailed } from './platform/database/embedded-postgres/postmaster.js';
import { type DatabaseAddress, migrate } from './platform/database/orm.js';
import { readSettings, type Settings, SettingsError } from './platform/settings.js';
import { createServer } from './server.js';
import { welcome } from './welcome.js';

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const embedded = settings.DATABASE_URL
    ? null
    : await startEmbeddedPostgres({ dataDir: join(settings.DATA_DIR, 'postgres'), log: tell });
  try {
    await serve(settings, addressOf(settings, embedded), embedded);
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

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
  await app.listen(settings.PORT, settings.listenOn);
  process.stdout.write(await welcome(app, settings));
}

function addressOf({ DATABASE_URL }: Settings, embedded: EmbeddedPostgres | null): DatabaseAddress {
  if (embedded) return { ownerUrl: embedded.ownerUrl, appUrl: embedded.appUrl };
  return { ownerUrl: DATABASE_URL ?? '', appUrl: DATABASE_URL ?? '' };
}

/** What a person can mend is told in a sentence; everything else with its stack. */
const plain = [SettingsError, DataDirectoryInUse, PostmasterFailed];

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE')
    return `端口 ${port} 已被占用，可用 PORT=… 另选。 Port ${port} is taken: choose another with PORT=…`;
  return plain.some((type) => error instanceof type) ? error.message : (error.stack ?? error.message);
}

main().catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exit(1);
});
