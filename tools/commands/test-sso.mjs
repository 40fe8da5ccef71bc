import { ensureBuilt } from '../lib/build.mjs';
import { foreground } from '../lib/children.mjs';
import { bin, inProject } from '../lib/places.mjs';
import { say } from '../lib/say.mjs';
import { install, servers } from '../sso/debian.mjs';

/**
 * Signs in through real CAS and SAML servers, in a real browser. Uses the servers that are there; `--install` installs the
 * missing ones from Debian packages first. What is skipped is said.
 */
export async function run(args) {
  if (args.includes('--install')) {
    const missing = Object.values(servers).filter(({ isThere }) => !isThere());
    if (missing.length > 0) install(missing.flatMap(({ packages }) => packages));
  }
  const there = Object.entries(servers).filter(([, { isThere }]) => isThere());
  for (const [name, { title, packages }] of Object.entries(servers))
    if (!there.some(([other]) => other === name))
      say(`跳过 ${title}：没有安装 Skipped ${title}: not installed (apt-get install ${packages.join(' ')})`);
  if (there.length === 0) return args.includes('--install') ? 1 : 0;
  await ensureBuilt();
  const code = await foreground(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      `${bin}/../jest/bin/jest.js`,
      '--config',
      'jest.sso.config.mjs',
    ],
    { cwd: inProject('backend'), env: { ...process.env, SSO_SERVERS: there.map(([name]) => name).join(' ') } },
  );
  if (args.includes('--install') && there.length < Object.keys(servers).length) return 1;
  return code;
}
