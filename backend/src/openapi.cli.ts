import 'reflect-metadata';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openApiText } from './openapi-text.js';

const file = process.argv[2] ?? join(import.meta.dirname, '../../../docs/api/openapi.json');

/** Writes the API as a document, to `docs/api/openapi.json` unless told otherwise. Needs the built application, no database. */
async function main(): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await openApiText());
  process.stdout.write(`${file}\n`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
