import { ensureBuilt } from '../lib/build.mjs';
import { emulate } from '../emulator/emulate.mjs';

/** A gate device on the command line: pairs, scans, goes offline, replays. */
export async function run(args) {
  await ensureBuilt();
  await emulate(args);
}
