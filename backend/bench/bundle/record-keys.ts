import { type INestApplication } from '@nestjs/common';
import { type Client } from 'pg';
import { recordKeyOf } from '@gatehouse/contract/pass/secret';
import { nodeHkdf } from '../../src/passage/infrastructure/node-p256.js';
import { MasterKey } from '../../src/platform/crypto/master-key.js';
import { PersonVault } from '../../src/platform/crypto/person-vault.js';
import { randomBytes } from 'node:crypto';
import { phoneOf } from '../gate/phones.js';

/** Gives every pass of the seed what a registration leaves: the holder's own key, and the record's key sealed under it. */
export async function giveRecordKeys(app: INestApplication, owner: Client): Promise<void> {
  const [master, vault] = [app.get(MasterKey, { strict: false }), app.get(PersonVault, { strict: false })];
  const { rows } = await owner.query<{ id: string; number: string }>('select person_key_id as id, number from pass');
  const wrapped = rows.map(({ id }) => master.wrap(randomBytes(32), `person:${id}`));
  await owner.query(
    `insert into person_key (id, wrapped, created_at) select id, wrapped, now() from unnest($1::uuid[], $2::bytea[]) as k (id, wrapped)`,
    [rows.map(({ id }) => id), wrapped],
  );
  const keys = await vault.findAll(rows.map(({ id }) => id));
  const sealed = rows.map(({ id, number }) =>
    keys.get(id)?.seal(recordKeyOf(phoneOf(Number(number)).secret, nodeHkdf), 'pass-record-key'),
  );
  await owner.query(
    `update pass set record_key_sealed = k.sealed from unnest($1::uuid[], $2::bytea[]) as k (id, sealed) where person_key_id = k.id`,
    [rows.map(({ id }) => id), sealed],
  );
  await owner.query('analyze');
}
