import { join } from 'node:path';
import { ensureBuilt } from '../lib/build.mjs';
import { become } from '../lib/children.mjs';
import { compiled } from '../lib/places.mjs';

/** What would go because its time is over: counts, nothing of anybody. */
export async function run(args) {
  await ensureBuilt();
  await become([join(compiled, 'retention.cli.js'), ...args]);
}
