import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { arrows, contextsIn, type Sources, violations } from './support/architecture.js';

const root = join(import.meta.dirname, '../src');
const house: Sources = Object.fromEntries(
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [file.replaceAll('\\', '/'), readFileSync(join(root, file), 'utf8')]),
);

describe('the rules of the house', () => {
  it('hold in every file', () => {
    expect(Object.keys(house).length).toBeGreaterThan(100);
    expect(violations(house)).toEqual([]);
  });

  it('know every context on the disk', () => {
    expect(contextsIn(house).sort()).toEqual(Object.keys(arrows).sort());
  });

  it('have no circle among their arrows', () => {
    const reach = (from: string, path: string[] = []): string[] => {
      if (path.includes(from)) throw new Error(`circle: ${[...path, from].join(' → ')}`);
      return (arrows[from] ?? []).flatMap((next) => [next, ...reach(next, [...path, from])]);
    };
    for (const context of Object.keys(arrows)) expect(reach(context)).not.toContain(context);
  });
});

describe('a planted fault', () => {
  it.each<[rule: number, file: string, source: string]>([
    [1, 'visit/domain/planted.ts', `import { Injectable } from '@nestjs/common';`],
    [1, 'visit/domain/planted.ts', `import { EntityManager } from '@mikro-orm/postgresql';`],
    [1, 'visit/domain/planted.ts', `import { Database } from '../../platform/database/database.js';`],
    [1, 'visit/domain/planted.ts', `import { Hosts } from '../../directory/public.js';`],
    [1, 'visit/domain/planted.ts', `import { Visits } from '../application/visits.js';`],
    [1, 'visit/domain/planted.ts', `import { randomUUID } from 'node:crypto';`],
    [1, 'visit/domain/planted.ts', `export const now = () => Date.now();`],
    [1, 'visit/domain/planted.ts', `export const now = () => new Date();`],
    [1, 'visit/domain/planted.ts', `export const dice = () => Math.random();`],
    [1, 'kernel/planted.ts', `import { Injectable } from '@nestjs/common';`],
    [2, 'visit/application/planted.ts', `import { sql } from 'kysely';`],
    [2, 'visit/application/planted.ts', `import { Database } from '../../platform/database/database.js';`],
    [2, 'visit/application/planted.ts', `import { MikroVisits } from '../infrastructure/mikro-visits.js';`],
    [2, 'visit/application/planted.ts', `import type { FastifyReply } from 'fastify';`],
    [2, 'visit/application/planted.query.ts', `import { EntityManager } from '@mikro-orm/postgresql';`],
    [3, 'visit/infrastructure/planted.ts', `import { VisitFilterDto } from '../api/visit.dto.js';`],
    [3, 'visit/api/planted.ts', `import { Visit } from '../domain/visit.js';`],
    [4, 'visit/application/planted.ts', `import { Host } from '../../directory/application/host.js';`],
    [4, 'visit/application/planted.ts', `import { IssuePasses } from '../../passage/public.js';`],
    [4, 'directory/infrastructure/planted.ts', `import { StaffAccount } from '../../identity/public.js';`],
    [4, 'visit/infrastructure/planted.ts', `import { DirectoryModule } from '../../directory/directory.module.js';`],
    [4, 'visit/infrastructure/planted.ts', `const later = await import('../../passage/domain/pass.js');`],
    [4, 'visit/infrastructure/planted.ts', `export * from '../../watchlist/domain/blacklist-entry.js';`],
    [4, 'platform/planted.ts', `import { Visit } from '../visit/domain/visit.js';`],
    [4, 'canteen/application/planted.ts', `export {};`],
  ])('of rule %i in %s is caught: %s', (rule, file, source) => {
    const before = violations(house).map((violation) => JSON.stringify(violation));
    const found = violations({ ...house, [file]: source }).filter((one) => !before.includes(JSON.stringify(one)));
    expect(found).toEqual([expect.objectContaining({ rule })]);
  });

  it('is not seen where there is none', () => {
    const fine = `import { Hosts } from '../../directory/public.js';\n// Date.now() is spoken of only\nexport const at = (ms: number) => new Date(ms);`;
    expect(
      violations({
        'visit/application/fine.ts': fine,
        'visit/domain/fine.ts': 'export const at = (ms: number) => new Date(ms);',
      }),
    ).toEqual([]);
  });
});
