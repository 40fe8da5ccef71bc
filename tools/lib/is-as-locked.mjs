import { existsSync, readFileSync } from 'node:fs';
import { lockFile, modules, ownNode } from './places.mjs';

/**
 * True when what npm says it installed is what the lock file wants: somebody ran `npm ci` or `npm install` by hand.
 * Packages for other platforms are in the lock file only; the own Node is looked for by itself.
 */
export function isAsLocked() {
  const installedList = `${modules}/.package-lock.json`;
  if (!existsSync(installedList)) return false;
  if (process.platform === 'linux' && process.arch === 'x64' && !existsSync(ownNode)) return false;
  const installed = packagesIn(installedList);
  return Object.entries(packagesIn(lockFile)).every(([path, wanted]) => {
    if (!path.includes('node_modules/') || wanted.link) return true;
    const found = installed[path];
    return found ? found.version === wanted.version && found.integrity === wanted.integrity : Boolean(wanted.optional);
  });
}

const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
