import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nx } from './nx.mjs';
import { inProject } from './places.mjs';
import { refuse, say, seconds } from './say.mjs';
import { workspaces } from './workspaces.mjs';

const stamp = inProject('node_modules/.gatehouse-build');
const notSources = new Set(['node_modules', 'dist', 'coverage']);

/**
 * Builds what is stale. Nx knows that best but takes seconds to say "nothing", so it is asked only when a file changed
 * since the last build.
 */
export async function ensureBuilt() {
  const built = workspaces().filter(({ scripts }) => scripts.build);
  const sources = fingerprint(built.map(({ folder }) => folder));
  const complete = built.every(({ folder }) => existsSync(inProject(`${folder}/dist`)));
  if (complete && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  const since = performance.now();
  say('正在构建… Building…');
  const { code, output } = await nx('build');
  if (code !== 0) refuse(`${output}\n构建失败 The build failed.`);
  writeFileSync(stamp, sources);
  say(`构建完成 Built (${seconds(since)}).`);
}

/** For whoever writes into dist by other means than Nx. */
export const forgetBuild = () => rmSync(stamp, { force: true });

function fingerprint(folders) {
  const hash = createHash('sha256');
  const note = (path) => {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  };
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.base.json', 'nx.json']) note(inProject(file));
  const walk = (folder) => {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (notSources.has(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) note(path);
    }
  };
  for (const folder of folders) walk(inProject(folder));
  return hash.digest('hex');
}
