import { join } from 'node:path';
import { people } from './people.js';
import { freePort, RealServer } from './real-server.js';

/** django-cas-server; answers the base address. It issues tickets for any service on this machine. */
export async function startCas(): Promise<{ base: string; server: RealServer }> {
  const [port, folder] = [await freePort(), RealServer.folder('cas')];
  const base = `http://127.0.0.1:${port}/cas`;
  const server = await RealServer.start(folder, {
    command: '/usr/bin/python3',
    args: [join(import.meta.dirname, 'cas_server_site.py'), String(port)],
    env: {
      SITE_STATE: folder,
      SITE_PEOPLE: JSON.stringify(people),
      SITE_SERVICES: String.raw`^https?://(127\.0\.0\.1|localhost)(:[0-9]+)?/.*$`,
      PYTHONDONTWRITEBYTECODE: '1',
    },
    ready: `${base}/login`,
  });
  return { base, server };
}
