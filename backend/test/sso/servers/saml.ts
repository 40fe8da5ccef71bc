import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { selfSigned } from '../../../src/identity/infrastructure/saml/self-signed.js';
import { people } from './people.js';
import { RealServer } from './real-server.js';
import { configFiles, type IdpVariant } from './saml-config.js';

const DAY = 86_400_000;

/** Where the provider begins a sign-out by itself, and where that ends. */
export function samlLogout(port: number): { url: string; end: string } {
  const base = `http://127.0.0.1:${port}/simplesaml`;
  const url = `${base}/saml2/idp/SingleLogoutService.php?ReturnTo=${encodeURIComponent(`${base}/end`)}`;
  return { url, end: `${base}/end` };
}

export const samlSignOnUrl = (port: number): string => `http://127.0.0.1:${port}/simplesaml/saml2/idp/SSOService.php`;

export const samlMetadataUrl = (port: number): string => `http://127.0.0.1:${port}/simplesaml/saml2/idp/metadata.php`;

/** SimpleSAMLphp as an identity provider under PHP's own server, for one service provider given by its metadata. */
export async function startSaml(port: number, spMetadata: string, variant: IdpVariant): Promise<RealServer> {
  const folder = RealServer.folder('saml');
  for (const name of ['config', 'metadata', 'cert', 'log', 'data', 'tmp', 'sessions']) mkdirSync(join(folder, name));
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const certificate = selfSigned(keys, 'idp.test', [new Date(Date.now() - DAY), new Date(Date.now() + DAY)]);
  const key = keys.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const files = {
    ...configFiles(folder, port, people, variant),
    'cert/idp.key': key,
    'cert/idp.crt': certificate,
    'sp.xml': spMetadata,
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return RealServer.start(folder, {
    command: '/usr/bin/php',
    args: [
      '-d',
      `session.save_path=${join(folder, 'sessions')}`,
      '-d',
      'display_errors=0',
      '-S',
      `127.0.0.1:${port}`,
      join(folder, 'router.php'),
    ],
    env: { SIMPLESAMLPHP_CONFIG_DIR: join(folder, 'config'), PHP_CLI_SERVER_WORKERS: '4' },
    ready: samlMetadataUrl(port),
  });
}
