import { join } from 'node:path';
import { ensureBuilt } from '../lib/build.mjs';
import { become } from '../lib/children.mjs';
import { compiled } from '../lib/places.mjs';

/** The application, as a demo campus unless somebody says otherwise. */
export async function run() {
  await ensureBuilt();
  await become([join(compiled, 'main.js')], { ...process.env, APP_MODE: process.env.APP_MODE || 'demo' });
}
