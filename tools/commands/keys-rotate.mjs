import { join } from 'node:path';
import { ensureBuilt } from '../lib/build.mjs';
import { become } from '../lib/children.mjs';
import { compiled } from '../lib/places.mjs';

/** Renews the keys of an installation while it runs. */
export async function run(args) {
  await ensureBuilt();
  await become([join(compiled, 'keys.cli.js'), ...args]);
}
