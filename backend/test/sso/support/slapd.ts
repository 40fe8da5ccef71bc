import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const SLAPD = '/usr/sbin/slapd';
const SLAPADD = '/usr/sbin/slapadd';
const BASE = 'dc=campus,dc=test';

/** Whether this machine has OpenLDAP (Debian: `slapd`). */
export const hasSlapd = (): boolean => existsSync(SLAPD) && existsSync(SLAPADD);

export interface LdapPerson {
  uid: string;
  name: string;
  unit: string;
  mobile?: string[];
}

/** OpenLDAP on this machine with a small university; answers at most 500 entries unless asked page by page. */
export class Slapd {
  readonly base = BASE;
  readonly reader = `cn=reader,${BASE}`;
  readonly readerPassword = 'reader-pass';

  private constructor(
    private readonly folder: string,
    private readonly server: ChildProcess,
    readonly port: number,
    readonly securePort: number,
  ) {}

  static async start(units: string[], people: LdapPerson[]): Promise<Slapd> {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-slapd-'));
    mkdirSync(join(folder, 'db'));
    const certificate = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
    const files = ['-keyout', join(folder, 'tls.key'), '-out', join(folder, 'tls.crt')];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...certificate, ...files], {
      stdio: 'ignore',
    });
    writeFileSync(join(folder, 'slapd.conf'), configuration(folder));
    writeFileSync(join(folder, 'init.ldif'), [...tree(units), ...people.flatMap(personLines)].join('\n'));
    execFileSync(SLAPADD, ['-q', '-f', join(folder, 'slapd.conf'), '-l', join(folder, 'init.ldif')]);
    const [port, securePort] = [await freePort(), await freePort()];
    const addresses = `ldap://127.0.0.1:${port}/ ldaps://127.0.0.1:${securePort}/`;
    const server = spawn(SLAPD, ['-d', '0', '-f', join(folder, 'slapd.conf'), '-h', addresses], { stdio: 'ignore' });
    await listening(port);
    return new Slapd(folder, server, port, securePort);
  }

  get url(): string {
    return `ldap://127.0.0.1:${this.port}`;
  }

  get secureUrl(): string {
    return `ldaps://127.0.0.1:${this.securePort}`;
  }

  get certificate(): string {
    return join(this.folder, 'tls.crt');
  }

  async stop(): Promise<void> {
    const ended = once(this.server, 'exit');
    this.server.kill();
    await ended;
    rmSync(this.folder, { recursive: true });
  }
}

export const nameOf = (uid: string): string => `uid=${uid},ou=people,${BASE}`;

const configuration = (folder: string): string => `include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
modulepath /usr/lib/ldap
moduleload back_mdb
pidfile ${folder}/pid
TLSCertificateFile ${folder}/tls.crt
TLSCertificateKeyFile ${folder}/tls.key
sizelimit 500
database mdb
maxsize 268435456
suffix "${BASE}"
rootdn "cn=admin,${BASE}"
rootpw admin-pass
directory ${folder}/db
index objectClass,employeeNumber,modifyTimestamp eq
limits dn.exact="cn=reader,${BASE}" size.soft=500 size.hard=500 size.pr=500 size.prtotal=unlimited
access to attrs=userPassword by anonymous auth by * none
access to dn.subtree="${BASE}" by dn.exact="cn=reader,${BASE}" read by * none
`;

function tree(units: string[]): string[] {
  return [
    ...entry(BASE, ['objectClass: dcObject', 'objectClass: organization', 'dc: campus', text('o', '测试大学')]),
    ...entry(`cn=reader,${BASE}`, [
      'objectClass: organizationalRole',
      'objectClass: simpleSecurityObject',
      'cn: reader',
      'userPassword: reader-pass',
    ]),
    ...['org', 'people'].flatMap((ou) => entry(`ou=${ou},${BASE}`, ['objectClass: organizationalUnit', `ou: ${ou}`])),
    ...entry(`ou=1,ou=org,${BASE}`, ['objectClass: organizationalUnit', 'ou: 1']),
    ...units.flatMap((code) =>
      entry(`ou=${code},ou=1,ou=org,${BASE}`, [
        'objectClass: organizationalUnit',
        `ou: ${code}`,
        text('description', `${code}学院`),
        'businessCategory: department',
      ]),
    ),
  ];
}

/** An entry of a member of staff, as LDIF. */
export const personLines = ({ uid, name, unit, mobile = [] }: LdapPerson): string[] =>
  entry(nameOf(uid), [
    'objectClass: inetOrgPerson',
    `uid: ${uid}`,
    text('cn', name),
    text('sn', name),
    `employeeNumber: ${uid}`,
    `departmentNumber: ${unit}`,
    ...mobile.map((number) => `mobile: ${number}`),
  ]);

const entry = (dn: string, lines: string[]): string[] => [`dn: ${dn}`, ...lines, ''];
const text = (name: string, value: string): string => `${name}:: ${Buffer.from(value).toString('base64')}`;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function listening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const socket = connect(port, '127.0.0.1');
    const answer = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (answer) return;
    await pause(100);
  }
  throw new Error('slapd does not answer');
}
