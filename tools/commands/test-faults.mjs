import { join } from 'node:path';
import { ensureBuilt } from '../lib/build.mjs';
import { become } from '../lib/children.mjs';
import { inProject } from '../lib/places.mjs';

/** Gate devices under load while the API, PostgreSQL and the lines between them fail; nothing acknowledged may be lost. */
export async function run(args) {
  await ensureBuilt();
  await become([join(inProject('backend/dist/faults'), 'main.js'), ...args]);
}
