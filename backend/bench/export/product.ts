import 'reflect-metadata';
import { createWriteStream } from 'node:fs';
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { BookMaker } from '../../src/oversight/infrastructure/exports/book-maker.js';
import { ExportFiles } from '../../src/oversight/infrastructure/exports/export-files.js';
import { queuedExport } from '../../src/oversight/domain/export-job.js';
import { readSettings } from '../../src/platform/settings.js';
import { createServer } from '../../src/server.js';
import { ids } from '../gate/seed.js';
import { measured } from './messages.js';

interface Order {
  ownerUrl: string;
  appUrl: string;
  dataDir: string;
  file: string;
}

/** The product as it is, in production mode: the whole application is in this process. */
const { ownerUrl, appUrl, dataDir, file } = JSON.parse(process.argv[2] ?? '{}') as Order;
const settings = readSettings({
  APP_MODE: 'production',
  PUBLIC_URL: 'https://gatehouse.invalid',
  LOG_LEVEL: 'error',
  DATA_DIR: dataDir,
});
const app = await createServer(settings, { ownerUrl, appUrl });
const job = queuedExport(
  {
    id: randomUUID(),
    staff: { id: ids.host, name: '王静', number: 'T1' },
    list: 'passages',
    filter: {},
    reason: 'bench',
    isFull: false,
    locale: 'zh',
    scope: { campusIds: null, unitIds: null },
  },
  new Date(),
);
const files = app.get(ExportFiles, { strict: false });
const key = randomBytes(32);

/** The file is opened again only after the report: what the parent verifies is no part of the export. */
const tell = await measured(join(dataDir, 'exports', job.id), async () => {
  const sealed = await files.create(job.id, key);
  await app.get(BookMaker, { strict: false }).write(job, sealed.to, () => Promise.resolve());
  await sealed.keep();
});
const opened = await files.read(job.id, key);
if (opened) await pipeline(opened, createWriteStream(file));
tell();
