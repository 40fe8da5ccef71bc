import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** The same port at every start, so that connection strings people noted keep working; another free one when it is taken. */
export async function choosePort(home: string, wanted: number): Promise<number> {
  const file = join(home, 'port');
  const last = Number(await readFile(file, 'utf8').catch(() => '0'));
  const port = (await free(wanted || last)) ?? (await free(0)) ?? 0;
  if (port !== last) await writeFile(file, String(port));
  return port;
}

async function free(port: number): Promise<number | undefined> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as { port: number }).port;
  } catch {
    return undefined;
  } finally {
    server.close();
  }
}
