import { existsSync } from 'node:fs';
import { ensureBuilt } from '../lib/build.mjs';
import { become } from '../lib/children.mjs';
import { inProject } from '../lib/places.mjs';
import { refuse } from '../lib/say.mjs';

/** Takes the pictures of the guides anew. */
export async function run(args) {
  const script = inProject('tools/shots.mjs');
  if (!existsSync(script)) refuse('还没有 tools/shots.mjs。 There is no tools/shots.mjs yet.');
  await ensureBuilt();
  await become([script, ...args]);
}
