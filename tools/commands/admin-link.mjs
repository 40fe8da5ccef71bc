import { join } from 'node:path';
import { ensureBuilt } from '../lib/build.mjs';
import { become } from '../lib/children.mjs';
import { compiled } from '../lib/places.mjs';

/** A set-up link for a local administrator, for whoever has the server and lost every other way in. */
export async function run(args) {
  await ensureBuilt();
  await become([join(compiled, 'administrators.cli.js'), ...args]);
}
