import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from '../lib/build.mjs';
import { become } from '../lib/children.mjs';
import { compiled, inProject } from '../lib/places.mjs';

/** Writes docs/api/answers.json from the types of the handlers, and docs/api/openapi.json from the built application. */
export async function run(args) {
  await ensureBuilt();
  execFileSync(process.execPath, [inProject('tools/openapi/write-answers.mjs')], { stdio: 'inherit' });
  await become([join(compiled, 'openapi.cli.js'), ...args]);
}
