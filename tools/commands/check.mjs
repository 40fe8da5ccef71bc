import { readFileSync } from 'node:fs';
import { quietly } from '../lib/children.mjs';
import { nx } from '../lib/nx.mjs';
import { lockFile } from '../lib/places.mjs';
import { say, seconds } from '../lib/say.mjs';

const steps = {
  'types and lint': () => nx('typecheck', 'lint'),
  'lint of tools': () => quietly('eslint', ['tools', '.dependency-cruiser.cjs']),
  format: () => quietly('prettier', ['--check', '--log-level', 'warn', '.']),
  boundaries: () => quietly('depcruise', ['--config', '.dependency-cruiser.cjs', ...cruised]),
  'lock file': async () => registryAddresses(),
};

const cruised = ['backend/src', 'backend/contract/src', 'admin-web/src', 'visitor-h5/src'];

/** Everything that can be said about the code without running it; shows only what is wrong. */
export async function run() {
  let failed = 0;
  for (const [name, step] of Object.entries(steps)) {
    const since = performance.now();
    const { code, output } = await step();
    if (code !== 0) failed++;
    say(`${code === 0 ? '✓' : '✗'} ${name} (${seconds(since)})${code === 0 ? '' : `\n${output.trim()}\n`}`);
  }
  return failed ? 1 : 0;
}

/** An address in the lock file ties everybody to the registry of the one who wrote it. */
function registryAddresses() {
  const packages = Object.entries(JSON.parse(readFileSync(lockFile, 'utf8')).packages);
  const tied = packages.filter(([, { resolved, link }]) => resolved && !link).map(([path]) => path);
  const output = `package-lock.json 含有 resolved 地址 has "resolved" addresses: ${tied.slice(0, 5).join(', ')}`;
  return { code: tied.length ? 1 : 0, output };
}
