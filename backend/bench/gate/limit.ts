import { createPublicKey, randomUUID, verify } from 'node:crypto';
import Fastify from 'fastify';
import { Pool } from 'pg';
import { shortMessage, parseCode } from '@gatehouse/contract/pass/pass-format';
import { GroupCommit } from '../../src/passage/infrastructure/gate/group-commit.js';
import { phoneOf } from './phones.js';
import { reportOnRequest } from './reports.js';
import { ids } from './seed.js';

const { appUrl, counter } = JSON.parse(process.argv[2] ?? '{}') as { appUrl: string; counter: number };

/**
 * The least that any gate server of this kind must do: take a request, verify one signature, store one row as wide as a
 * passage, answer after the commit. Same group commit, same driver, same server library; no framework, no rules.
 */
const pool = new Pool({ connectionString: appUrl, max: 3, options: '-c role=gatehouse_app -c timezone=UTC' });
const jwk = phoneOf(0).point;
const spki = Buffer.concat([Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex'), jwk]);
const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });

interface Row {
  id: string;
  at: string;
  nonce: string;
}

const insert = `
  insert into limit_row (id, at, learned_at, campus_id, gate_id, device_id, pass_id, visit_id, direction, verdict, reason, outcome,
    expires_at, credential, nonce, counter, skew_seconds, policy_version)
  select id, at, at, '${ids.campus}', '${ids.gate}', '${ids.device}', id, id, 'entry', 'admit', 'OK', 'waiting', at, 'code', nonce, ${counter}, 0, 1
  from unnest($1::uuid[], $2::timestamptz[], $3::text[]) as f (id, at, nonce)`;

const commit = new GroupCommit<Row, string>(async (rows) => {
  const columns = [rows.map(({ id }) => id), rows.map(({ at }) => at), rows.map(({ nonce }) => nonce)];
  await pool.query({ name: 'insert', text: insert, values: columns });
  return rows.map(({ id }) => id);
});

const server = Fastify();
server.post<{ Body: { nonce: string; credential: { value: string }; at: string } }>('/', async ({ body }) => {
  const code = parseCode(body.credential.value);
  if (code.kind !== 'short') throw new Error('not a code');
  const isGenuine = verify(
    'sha256',
    shortMessage(code.secret, counter),
    { key, dsaEncoding: 'ieee-p1363' },
    code.signature,
  );
  if (!isGenuine) throw new Error('not genuine');
  const id = await commit.ask({ id: randomUUID(), at: body.at, nonce: body.nonce });
  return { verdict: 'admit', passage: id };
});
await server.listen({ port: 0, host: '127.0.0.1' });
reportOnRequest();
const address = server.server.address();
process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
