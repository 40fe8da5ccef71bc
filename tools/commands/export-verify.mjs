import { join } from 'node:path';
import { ensureBuilt } from '../lib/build.mjs';
import { become } from '../lib/children.mjs';
import { compiled } from '../lib/places.mjs';

/** Checks an exported workbook without the database. */
export async function run(args) {
  await ensureBuilt();
  await become([join(compiled, 'platform/sheets/signed/verify.cli.js'), ...args]);
}
