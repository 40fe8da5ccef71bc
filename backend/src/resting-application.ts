import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { localDatabase } from './platform/audit/verify/local-database.js';
import { readSettings } from './platform/settings.js';

/** The application put together but not started: nothing listens, no job runs, no message leaves. For commands. */
export interface RestingApplication {
  app: NestFastifyApplication;
  leave: () => Promise<void>;
}

/** On the database of `DATABASE_URL`, or the embedded one of `DATA_DIR`, running or not. Null where there is none. */
export async function restingApplication(
  environment: Record<string, string | undefined>,
): Promise<RestingApplication | null> {
  const { DATA_DIR, DATABASE_URL, MASTER_KEY, MASTER_KEYS_BEFORE } = environment;
  // Only where data and keys are: what a server needs beside them is not needed here.
  const settings = readSettings({
    APP_MODE: 'demo',
    LOG_LEVEL: 'silent',
    DATA_DIR,
    DATABASE_URL,
    MASTER_KEY,
    MASTER_KEYS_BEFORE,
  });
  const local = settings.DATABASE_URL ? null : await localDatabase(settings.DATA_DIR);
  const url = settings.DATABASE_URL ?? local?.url;
  if (!url) return null;
  const module = AppModule.forRoot(settings, { ownerUrl: url, appUrl: url });
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    logger: false,
    abortOnError: false,
  });
  const leave = async (): Promise<void> => {
    await app.close();
    await local?.leave();
  };
  return { app, leave };
}
