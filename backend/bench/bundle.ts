import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { type BundleContent, type SignedBundle } from '@gatehouse/contract';
import { applyBundle, type BundleState } from '@gatehouse/contract/bundle/apply';
import { openBundle } from '@gatehouse/contract/bundle/sign';
import { webcryptoP256 } from '@gatehouse/contract/pass/webcrypto-p256';
import { CommandBus } from '@nestjs/cqrs';
import { Client } from 'pg';
import { OfferPairing } from '../src/passage/application/offer-pairing.js';
import { startEmbeddedPostgres } from '../src/platform/database/embedded-postgres/embedded-postgres.js';
import { migrate } from '../src/platform/database/orm.js';
import { readSettings } from '../src/platform/settings.js';
import { createServer } from '../src/server.js';
import { bareBundle } from './bundle/bare.js';
import { onGuardPhone } from './bundle/guard-phone.js';
import { giveRecordKeys } from './bundle/record-keys.js';
import { ids, SECRET, seed } from './gate/seed.js';

/**
 * What a gate carries for the time without network: how long the server makes it, how big it is, how soon a guard's phone
 * has checked and stored it; whole, and the delta of a busy minute. Beside each the bare work: nothing but the seals and
 * one signature, nothing but the hash, one check and the parsing.
 */
const PASSES = Number(process.argv[2] ?? 5_000);
const CHANGED = Math.ceil(PASSES / 100);
/** A publication is not repeated within so many milliseconds. */
const FRESH_MS = 2_100;

const dataDir = await mkdtemp(join(tmpdir(), 'gatehouse-bench-'));
const postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') });
const say = (line: string) => process.stdout.write(`${line}\n`);
const settings = readSettings({
  APP_MODE: 'production',
  PUBLIC_URL: 'https://gatehouse.invalid',
  LOG_LEVEL: 'error',
  DATA_DIR: dataDir,
});

try {
  const { ownerUrl, appUrl } = postgres;
  say(`Preparing ${PASSES.toLocaleString('en')} passes …`);
  await migrate(ownerUrl);
  await seed(ownerUrl, PASSES);
  const app = await createServer(settings, { ownerUrl, appUrl });
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  await giveRecordKeys(app, owner);
  await app.listen(0, '127.0.0.1');
  const address = (await app.getUrl()).replace('127.0.0.1', 'localhost');

  const whole = await fetched(address);
  const head = (JSON.parse(whole.bundle.content) as BundleContent).bundleKeys;
  const keys = new Map(head.map(({ id, publicKey }) => [id, new Uint8Array(Buffer.from(publicKey, 'base64url'))]));
  const held = await loaded(whole.bundle, null, keys);
  if (held.state.passes.size !== PASSES) throw new Error(`${held.state.passes.size} passes in the bundle`);

  await owner.query(
    `update presence set state = 'inside', since = now(), gate_id = $2, entries_used = 1
     where pass_id in (select id from pass order by id limit $1)`,
    [CHANGED, ids.gate],
  );
  await new Promise((resolve) => setTimeout(resolve, FRESH_MS));
  const delta = await fetched(address, held.state.head.version);
  const merged = await loaded(delta.bundle, held.state, keys);

  const bare = bareBundle(whole.bundle, PASSES);
  const offer = await app.get(CommandBus).execute(new OfferPairing('bench', ids.campus, [ids.gate], 'bench'));
  const phone = await onGuardPhone(address, offer.token);
  await owner.end();
  await app.close();

  const kb = (text: string) => Math.round(Buffer.byteLength(text) / 1024);
  for (const [name, { bundle, ms }, load] of [
    ['whole', whole, held],
    ['delta', delta, merged],
  ] as const)
    say(
      `${name}: made and sent in ${ms.toFixed(0)} ms, ${kb(bundle.content)} KB, ${brKb(bundle)} KB br, checked and merged in ${load.ms.toFixed(0)} ms`,
    );
  say(`bare: sealed and signed in ${bare.makeMs.toFixed(0)} ms, checked and parsed in ${bare.checkMs.toFixed(0)} ms`);
  say(
    `guard's phone (processor ×${phone.slowdown} slower): stored ${phone.readyMs.toFixed(0)} ms after the shift began`,
  );
  say(
    JSON.stringify({
      bench: 'bundle',
      passes: PASSES,
      full_kb: kb(whole.bundle.content),
      full_br_kb: brKb(whole.bundle),
      make_ms: Math.round(whole.ms),
      bare_make_ms: Math.round(bare.makeMs),
      make_ratio: ratio(whole.ms, bare.makeMs),
      load_ms: Math.round(held.ms),
      bare_load_ms: Math.round(bare.checkMs),
      load_ratio: ratio(held.ms, bare.checkMs),
      delta_changes: CHANGED,
      delta_kb: kb(delta.bundle.content),
      delta_br_kb: brKb(delta.bundle),
      delta_make_ms: Math.round(delta.ms),
      delta_load_ms: Math.round(merged.ms),
      phone_ready_ms: Math.round(phone.readyMs),
      cpu_slowdown: phone.slowdown,
    }),
  );
} finally {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}

/** From the request to the last byte. */
async function fetched(address: string, since?: number): Promise<{ bundle: SignedBundle; ms: number }> {
  const began = performance.now();
  const headers = { authorization: `Device ${ids.device}.${SECRET}` };
  const answer = await fetch(`${address}/api/gate/v1/bundle${since === undefined ? '' : `?since=${since}`}`, {
    headers,
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return { ms: performance.now() - began, bundle: JSON.parse(text) as SignedBundle };
}

/** As the guard's page does it: signature first, then parsed, then merged. */
async function loaded(bundle: SignedBundle, held: BundleState | null, keys: Map<number, Uint8Array>) {
  const began = performance.now();
  const content = await openBundle(bundle, keys, webcryptoP256(crypto.subtle));
  const applied = content && applyBundle(held, content);
  if (!applied?.ok) throw new Error('the bundle cannot be merged');
  return { state: applied.state, ms: performance.now() - began };
}

function brKb(bundle: SignedBundle): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 4 };
  return Math.round(brotliCompressSync(JSON.stringify(bundle), { params }).length / 1024);
}

function ratio(ours: number, bare: number): number {
  return Math.round((ours / bare) * 100) / 100;
}
