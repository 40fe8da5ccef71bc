import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds the workspaces, from sources as well as from the build. */
export const projectRoot = ancestorWith('nx.json', import.meta.dirname);

function ancestorWith(file: string, folder: string): string {
  if (existsSync(join(folder, file)) || dirname(folder) === folder) return folder;
  return ancestorWith(file, dirname(folder));
}
