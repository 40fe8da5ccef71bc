import { execFile } from 'node:child_process';
import { chmod, stat } from 'node:fs/promises';
import { promisify } from 'node:util';

/** How a command is started so that PostgreSQL, which refuses root, accepts it. */
export interface Identity {
  prefix: string[];
  /** Who must own the cluster's files for it; undefined when we are not root and own them anyway. */
  files?: { uid: number; gid: number };
  spawnAs?: { uid: number; gid: number };
}

const run = promisify(execFile);
const nobody = { uid: 65534, gid: 65534 };
/** The kernel stops the server when this process dies, however it dies: no orphans. */
const stopsWithUs = ['setpriv', '--pdeathsig', 'INT'];
const userNamespace = ['unshare', '--user', `--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`, '--'];

/** The first way that can run the server program and enter the directory. Nothing on the machine is changed for it. */
export async function unprivilegedIdentity(postgres: string, home: string, cluster: string): Promise<Identity> {
  if (process.platform === 'win32') return { prefix: [] };
  const root = process.getuid?.() === 0;
  if (root) await chmod(home, 0o711);
  const ways = root ? waysFromRoot(await userFor(cluster)) : waysAsOurselves;
  for (const identity of ways) if (await works(identity, postgres, home)) return identity;
  throw new Error(
    `PostgreSQL 只能以有名字的非 root 用户运行，而本机没有可用的降权方式：请换普通用户运行、把项目与 DATA_DIR 移到其他用户可进入的目录，或设置 DATABASE_URL。 ` +
      `PostgreSQL runs only as a named user other than root, and no way to become one works here: run as an ordinary user, ` +
      `move project and DATA_DIR to a place others may enter, or set DATABASE_URL.`,
  );
}

const waysAsOurselves: Identity[] = [
  { prefix: [...stopsWithUs, '--'] },
  // A container's user number without a name: initdb wants a name, in there it has one.
  { prefix: [...userNamespace, ...stopsWithUs, '--'] },
  { prefix: [] },
];

function waysFromRoot(user: { uid: number; gid: number }): Identity[] {
  const become = [...stopsWithUs, `--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
  return [
    { files: user, prefix: [...become, '--'] },
    // Under a closed directory such as /root: the server sees "nobody", the files stay root's.
    { files: { uid: 0, gid: 0 }, prefix: [...userNamespace, ...stopsWithUs, '--'] },
    // The same where containers forbid user namespaces: another user who may still pass closed directories.
    { files: user, prefix: [...become, '--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--'] },
    { files: user, prefix: [], spawnAs: user },
  ];
}

/** A cluster made earlier by an ordinary user stays that user's, so that he can go on using it. */
async function userFor(cluster: string): Promise<{ uid: number; gid: number }> {
  const owner = await stat(cluster).catch(() => undefined);
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody;
}

async function works(identity: Identity, postgres: string, home: string): Promise<boolean> {
  const attempt = 'id -un && cd "$1" && exec "$0" --version';
  const [command = 'sh', ...args] = [...identity.prefix, 'sh', '-c', attempt, postgres, home];
  return run(command, args, { ...identity.spawnAs, cwd: '/' }).then(
    () => true,
    () => false,
  );
}

/** Gives the directory with all its files to the identity's user; root only, at once when it already is. */
export async function handOver(path: string, { files }: Identity): Promise<void> {
  if (!files || (await stat(path)).uid === files.uid) return;
  await run('chown', ['-R', `${files.uid}:${files.gid}`, path]);
}
