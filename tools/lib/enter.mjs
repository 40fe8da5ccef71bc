import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { foreground } from './children.mjs';
import { ensureInstalled } from './install.mjs';
import { bin, commandsFolder, ownNode, root } from './places.mjs';
import { Refusal, refuse, say } from './say.mjs';

/** Checks, installs, changes over to the project's own Node, and runs the command. */
export async function enter(command, args) {
  try {
    const file = join(commandsFolder, `${command}.mjs`);
    if (!existsSync(file)) refuse(`用法 Usage: node tools/run.mjs ${commandNames().join(' | ')}`);
    process.chdir(root);
    await ensureInstalled();
    if (isOwnNode()) {
      const { run } = await import(pathToFileURL(file));
      process.exitCode = (await run(args)) ?? 0;
    } else {
      const self = fileURLToPath(new URL('../run.mjs', import.meta.url));
      process.exitCode = await foreground(existsSync(ownNode) ? ownNode : process.execPath, [self, command, ...args], {
        env: withOwnTools(),
      });
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}

const commandNames = () => readdirSync(commandsFolder).map((name) => name.replace('.mjs', ''));

/** Where the own Node does not exist (other platforms), a new enough one of the host counts, once the PATH is set. */
function isOwnNode() {
  if (!process.env.PATH?.startsWith(bin)) return false;
  return !existsSync(ownNode) || realpathSync(ownNode) === realpathSync(process.execPath);
}

const withOwnTools = () => ({ ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` });
