import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../lib/build.mjs';
import { become } from '../lib/children.mjs';
import { compiledBenches, inProject } from '../lib/places.mjs';
import { refuse } from '../lib/say.mjs';

/** `bench <name> [args]`: a compiled bench of the backend (backend/bench) or a plain one (tools/bench). */
export async function run([name, ...args]) {
  await ensureBuilt();
  const benches = { ...benchesIn(inProject('tools/bench'), '.mjs'), ...benchesIn(compiledBenches, '.js') };
  if (!benches[name]) refuse(`用法 Usage: npm run bench -- <${Object.keys(benches).join(' | ') || 'none yet'}>`);
  await become([benches[name], ...args]);
}

function benchesIn(folder, ending) {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(ending)) : [];
  return Object.fromEntries(files.map((file) => [file.slice(0, -ending.length), join(folder, file)]));
}
