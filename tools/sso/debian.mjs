import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from '../lib/say.mjs';

const works = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Real servers from Debian packages, how to see that one is there, and what to install for it. */
export const servers = {
  cas: {
    title: 'django-cas-server',
    isThere: () => works('/usr/bin/python3', ['-c', 'import cas_server']),
    packages: ['python3-django-cas-server'],
  },
  saml: {
    title: 'SimpleSAMLphp',
    isThere: () =>
      existsSync('/usr/share/simplesamlphp/www/saml2/idp/SSOService.php') &&
      works('/usr/bin/php', ['-r', 'exit(class_exists("DOMDocument") ? 0 : 1);']),
    // php-cli first, so that nothing brings a web server in for the sake of "php"; without php-xml nothing works.
    packages: ['php-cli', 'php-cgi', 'php-xml', 'php-mbstring', 'openssl', 'simplesamlphp'],
  },
  ldap: {
    title: 'OpenLDAP',
    isThere: () => existsSync('/usr/sbin/slapd') && existsSync('/usr/bin/openssl'),
    packages: ['slapd', 'openssl'],
  },
};

/** Installs packages with apt, as root, without letting any of them start a service. */
export function install(packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    say('不能安装：需要 root 和 apt-get Cannot install: root and apt-get are needed');
    return;
  }
  const refusal = '/usr/sbin/policy-rc.d';
  const isOurs = !existsSync(refusal);
  if (isOurs) writeFileSync(refusal, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-apt-'));
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', TMPDIR: folder };
  const apt = (...args) =>
    spawnSync('/usr/bin/apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  try {
    if (apt('install', '-y', '--no-install-recommends', ...packages).status !== 0) {
      apt('update');
      apt('install', '-y', '--no-install-recommends', ...packages);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    if (isOurs) rmSync(refusal, { force: true });
  }
}
