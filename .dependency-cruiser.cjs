// The rules of the house (docs: architecture). The folders of backend/src are read from disk: nothing escapes by being new.
const { readdirSync } = require('node:fs');
const { join } = require('node:path');

/** Who may ask whom, always through its public.ts. No circles. */
const arrows = require('./tools/arrows.json');
const notContexts = ['kernel', 'platform', 'testing'];

const contexts = readdirSync(join(module.path, 'backend/src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !notContexts.includes(entry.name))
  .map(({ name }) => name);
const unknown = contexts.filter((context) => !arrows[context]);
if (unknown.length) throw new Error(`No arrows for backend/src/{${unknown}}: add a row to tools/arrows.json`);

const any = (names) => `(${names.join('|')})`;
const spec = '\\.spec\\.ts$';
const speaksSql = '(\\.query|-row)\\.ts$';
const kernel = '^backend/src/kernel/';
const contract = '^backend/contract/';
const npm = (...names) => `^node_modules/${any(names)}/`;

function arrowsOf(context) {
  const others = contexts.filter((other) => other !== context);
  const asked = arrows[context];
  const to = (door) => ({
    path: `^backend/src/${any(others)}/`,
    pathNot: asked.map((other) => `^backend/src/${other}/${door(other)}$`),
  });
  const comment = `${context} may ask: ${asked.join(', ') || 'nobody'}, through public.ts`;
  const rule = { severity: 'error', comment };
  const module = `^backend/src/${context}/${context}\\.module\\.ts$`;
  return [
    {
      ...rule,
      name: `arrows-of-${context}`,
      from: { path: `^backend/src/${context}/`, pathNot: module },
      to: to(() => 'public\\.ts'),
    },
    {
      ...rule,
      name: `arrows-of-${context}-module`,
      from: { path: module },
      to: to((other) => `(public|${other}\\.module)\\.ts`),
    },
  ];
}

module.exports = {
  forbidden: [
    ...contexts.flatMap(arrowsOf),
    {
      name: 'kernel-is-ground',
      severity: 'error',
      comment: 'the kernel stands on nothing but the contract',
      from: { path: kernel, pathNot: spec },
      to: { pathNot: [kernel, contract] },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'domain/ imports the kernel, the contract and its own folder',
      from: { path: '^backend/src/([^/]+)/domain/', pathNot: spec },
      to: { pathNot: [kernel, contract, '^backend/src/$1/domain/'] },
    },
    {
      name: 'application-knows-no-adapter',
      severity: 'error',
      comment: 'application/ imports domain, kernel, contract, @nestjs/cqrs and public.ts of other contexts',
      from: { path: '^backend/src/([^/]+)/application/', pathNot: [spec, speaksSql] },
      to: {
        pathNot: [
          kernel,
          contract,
          '^backend/src/$1/(application|domain)/',
          '^backend/src/[^/]+/public\\.ts$',
          '^backend/src/platform/settings\\.ts$',
          npm('@nestjs/cqrs', '@nestjs/common'),
        ],
      },
    },
    {
      name: 'query-knows-sql-only',
      severity: 'error',
      comment: '*.query.ts and the rows they share may use typed SQL besides, but no adapter',
      from: { path: `^backend/src/([^/]+)/application/.+${speaksSql}` },
      to: {
        pathNot: [
          kernel,
          contract,
          '^backend/src/$1/(application|domain)/',
          '^backend/src/[^/]+/public\\.ts$',
          '^backend/src/platform/(settings|scope|database/database)\\.ts$',
          npm('@nestjs/cqrs', '@nestjs/common', 'kysely'),
        ],
      },
    },
    {
      name: 'api-speaks-commands',
      severity: 'error',
      comment: 'api/ speaks commands, queries and contract types, never aggregates',
      from: { path: '^backend/src/([^/]+)/api/', pathNot: spec },
      to: { path: '^backend/src/$1/domain/' },
    },
    {
      name: 'infrastructure-serves-nobody',
      severity: 'error',
      comment: 'adapters behind ports do not know the web side',
      from: { path: '^backend/src/([^/]+)/infrastructure/' },
      to: { path: '^backend/src/$1/api/' },
    },
    {
      name: 'platform-knows-no-context',
      severity: 'error',
      from: { path: '^backend/src/platform/', pathNot: spec },
      to: { path: `^backend/src/${any([...contexts, 'testing'])}/` },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { path: '^backend/src/', pathNot: [spec, '^backend/src/testing/'] },
      to: { path: '^backend/src/testing/' },
    },
    {
      name: 'contract-depends-on-nothing',
      severity: 'error',
      from: { path: '^backend/contract/src/', pathNot: spec },
      to: { pathNot: '^backend/contract/src/' },
    },
    {
      name: 'web-knows-the-contract-only',
      severity: 'error',
      from: { path: '^(admin-web|visitor-h5)/' },
      to: { path: '^(backend|admin-web|visitor-h5)/', pathNot: ['^$1/', contract] },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'what cannot be found cannot be judged; virtual modules are made by the build',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '(^|/)dist/'] },
    // Types are knowledge too.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'admin-web/tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['source', 'import', 'node', 'default'] },
  },
};
