import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { decompress } from '@gatehouse/contract/pass/p256';
import { SECRET_BYTES } from '@gatehouse/contract/pass/pass-format';
import { lookupOf, recordKeyOf } from '@gatehouse/contract/pass/secret';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { Ids } from '../../kernel/ids.js';
import { type PersonKey, PersonVault } from '../../platform/crypto/person-vault.js';
import { type HeldKey, PassKeys } from '../application/pass-keys.js';
import { type PassKey } from '../domain/pass.js';
import { nodeHkdf, nodeSigner } from './node-p256.js';

const RECORD = 'pass-record-key';
const SERVER = 'pass-server-key';

@Injectable()
export class SealedPassKeys extends PassKeys {
  constructor(
    private readonly vault: PersonVault,
    private readonly ids: Ids,
  ) {
    super();
  }

  async ofPhone(personKeyId: string, publicKey: Uint8Array, secret: Uint8Array): Promise<PassKey> {
    const phoneKey = decompress(publicKey);
    if (!phoneKey || secret.length !== SECRET_BYTES) throw new DomainError('pass.key-invalid');
    const person = await this.keyOf(personKeyId);
    return { heldBy: 'phone', phoneKey, ...kept(person, secret), serverKeySealed: null };
  }

  async onServer(personKeyId: string): Promise<PassKey> {
    const person = await this.keyOf(personKeyId);
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const phoneKey = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
    const secret = this.ids.bytes(SECRET_BYTES);
    const held = Buffer.concat([secret, privateKey.export({ format: 'der', type: 'pkcs8' })]);
    return { heldBy: 'server', phoneKey, ...kept(person, secret), serverKeySealed: person.seal(held, SERVER) };
  }

  async unsealed(personKeyId: string, serverKeySealed: Uint8Array): Promise<HeldKey | null> {
    const person = await this.vault.find(personKeyId);
    if (!person) return null;
    const held = person.open(serverKeySealed, SERVER);
    const key = createPrivateKey({ key: held.subarray(SECRET_BYTES), format: 'der', type: 'pkcs8' });
    return { secret: new Uint8Array(held.subarray(0, SECRET_BYTES)), sign: nodeSigner(key) };
  }

  private async keyOf(personKeyId: string): Promise<PersonKey> {
    const person = await this.vault.find(personKeyId);
    if (!person) throw new DomainError('pass.not-active');
    return person;
  }
}

const kept = (person: PersonKey, secret: Uint8Array) => ({
  lookup: lookupOf(secret, nodeHkdf),
  recordKeySealed: person.seal(recordKeyOf(secret, nodeHkdf), RECORD),
});
