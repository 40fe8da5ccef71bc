import { type Profiler, Session } from 'node:inspector/promises';

/** Where processor time goes; the innermost frame that matches decides. Native crypto shows under its JavaScript caller. */
const parts: [name: string, matches: RegExp][] = [
  ['verify', /node-p256|internal\/crypto\/(sig|keys)|verifyOneShot|contract\/dist\/pass\/verify/],
  ['hkdf', /internal\/crypto\/hkdf|pass\/secret/],
  ['audit hash', /audit-entry|audit-log|internal\/crypto\/hash/],
  ['decide', /contract\/dist\/pass/],
  ['validation', /class-validator|class-transformer|validator\//],
  ['sql', /node_modules\/(pg|pg-[a-z]+|kysely|@mikro-orm)\//],
  ['gate', /passage\/infrastructure|passage\/domain/],
  [
    'http',
    /fastify|@nestjs|node:(_http|net|internal\/(stream|http|net))|light-my-request|find-my-way|helmet|cookie|rxjs|pino/,
  ],
  ['gc', /\(garbage collector\)/],
  ['idle', /\(idle\)/],
];

let session: Session | null = null;

export async function beginProfile(): Promise<void> {
  session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 500 });
  await session.post('Profiler.start');
}

/** Milliseconds of processor time by part. */
export async function endProfile(): Promise<Record<string, number>> {
  if (!session) return {};
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  session = null;
  return sum(profile);
}

function sum({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Record<string, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parentOf = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id] as const)));
  const partOf = new Map<number, string>();
  const part = (id: number): string => {
    const known = partOf.get(id);
    if (known) return known;
    const node = byId.get(id);
    const frame = node ? `${node.callFrame.url} ${node.callFrame.functionName}` : '';
    const parent = parentOf.get(id);
    const name =
      parts.find(([, matches]) => matches.test(frame))?.[0] ?? (parent === undefined ? 'rest' : part(parent));
    partOf.set(id, name);
    return name;
  };
  const total: Record<string, number> = {};
  samples.forEach((id, at) => (total[part(id)] = (total[part(id)] ?? 0) + (timeDeltas[at] ?? 0) / 1000));
  return total;
}
