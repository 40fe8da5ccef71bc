import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { birthOf } from './processes.js';

interface Holder {
  pid: number;
  birth: string | undefined;
}

export class DataDirectoryInUse extends Error {
  constructor(
    readonly home: string,
    readonly pid: number,
  ) {
    super(
      `数据目录 ${home} 正被另一个传达室进程（${pid}）使用，请先停止它或换一个 DATA_DIR。 ` +
        `The data directory is in use by another Gatehouse process (${pid}): stop that one or choose another DATA_DIR.`,
    );
  }
}

const fileIn = (home: string) => join(home, 'supervisor.json');

/** Who supervises this directory now; undefined when nobody alive does. */
export async function holderOf(home: string): Promise<number | undefined> {
  const holder = parsed(await contentOf(fileIn(home)));
  if (!holder) return undefined;
  const birth = await birthOf(holder.pid);
  return birth !== undefined && birth === holder.birth ? holder.pid : undefined;
}

/** One directory, one supervisor. A dead one's file is taken over; a live one's never. Returns the release. */
export async function takeLease(home: string): Promise<() => Promise<void>> {
  await mkdir(home, { recursive: true, mode: 0o711 });
  const file = fileIn(home);
  const mine: Holder = { pid: process.pid, birth: await birthOf(process.pid) };
  for (let attempt = 0; attempt < 40; attempt++) {
    try {
      await writeFile(file, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const pid = await holderOf(home);
    if (pid !== undefined) throw new DataDirectoryInUse(home, pid);
    // An empty file may belong to a process that is writing it right now.
    if ((await contentOf(file)) === '' && attempt < 20) await pause(25);
    else await removeStale(home);
  }
  throw new Error(`Cannot take over ${file}`);
}

/** Two processes may find the same dead holder: only a file moved away that is still the dead one is removed. */
async function removeStale(home: string): Promise<void> {
  const file = fileIn(home);
  const aside = `${file}.${process.pid}`;
  const before = await contentOf(file);
  const moved = await rename(file, aside).then(
    () => true,
    () => false,
  );
  if (moved && (await contentOf(aside)) !== before) await rename(aside, file);
  else await rm(aside, { force: true });
}

const contentOf = (file: string) => readFile(file, 'utf8').catch(() => undefined);

function parsed(content: string | undefined): Holder | undefined {
  try {
    return content ? (JSON.parse(content) as Holder) : undefined;
  } catch {
    return undefined;
  }
}
