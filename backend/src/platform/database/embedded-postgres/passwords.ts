import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Passwords {
  superuser: string;
  owner: string;
  app: string;
}

/** Other users of the machine can reach 127.0.0.1 too, so every role has a random password, in a file only we can read. */
export async function passwordsIn(home: string): Promise<Passwords> {
  const file = join(home, 'passwords.json');
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known) return JSON.parse(known) as Passwords;
  const random = () => randomBytes(24).toString('base64url');
  const passwords: Passwords = { superuser: random(), owner: random(), app: random() };
  await writeFile(`${file}.new`, JSON.stringify(passwords), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return passwords;
}
