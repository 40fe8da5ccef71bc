import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { openApiOf } from './platform/http/openapi.js';
import { readSettings } from './platform/settings.js';

const NOWHERE = 'postgresql://nobody:nothing@127.0.0.1:1/none';

/**
 * The API document of this build. The application is put together but not started: nothing listens, and the lazy
 * connections to the database are never opened.
 */
export async function openApiText(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-openapi-'));
  const settings = readSettings({ APP_MODE: 'demo', LOG_LEVEL: 'silent', DATA_DIR: dataDir });
  const module = AppModule.forRoot(settings, { ownerUrl: NOWHERE, appUrl: NOWHERE });
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    logger: false,
    abortOnError: false,
  });
  try {
    app.setGlobalPrefix('api');
    return `${JSON.stringify(openApiOf(app), null, 2)}\n`;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
