import { join } from 'node:path';
import { ensureBuilt } from '../lib/build.mjs';
import { become } from '../lib/children.mjs';
import { compiled } from '../lib/places.mjs';

/** Checks an exported audit chain, or the one in a database. */
export async function run(args) {
  await ensureBuilt();
  await become([join(compiled, 'platform/audit/verify.cli.js'), ...args]);
}
