import { join } from 'node:path';
import { ensureBuilt } from '../lib/build.mjs';
import { become } from '../lib/children.mjs';
import { compiled } from '../lib/places.mjs';

/** Writes docs/api/openapi.json from the built application. */
export async function run(args) {
  await ensureBuilt();
  await become([join(compiled, 'openapi.cli.js'), ...args]);
}
