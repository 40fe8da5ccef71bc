import { createPrivateKey } from 'node:crypto';
import { PASS_FLAG } from '@gatehouse/contract/pass/certificate';
import { issueCertificate } from '@gatehouse/contract/pass/sign';
import { Injectable } from '@nestjs/common';
import { Hosts } from '../../directory/public.js';
import { KeyRing, type RingKey } from '../../platform/crypto/key-ring.js';
import { type CertifiedPass, PassIssuer } from '../application/pass-issuer.js';
import { nodeSigner } from './node-p256.js';

const PURPOSE = 'issuer';

@Injectable()
export class KeyRingIssuer extends PassIssuer {
  private known: { versions: RingKey[]; keys: Map<number, Uint8Array> } | null = null;

  constructor(
    private readonly keys: KeyRing,
    private readonly hosts: Hosts,
  ) {
    super();
  }

  async certificate(pass: CertifiedPass): Promise<Uint8Array> {
    const issuer = await this.keys.signing(PURPOSE);
    const campus = await this.hosts.campus(pass.campusId);
    const key = createPrivateKey({ key: issuer.secret, format: 'der', type: 'pkcs8' });
    const certificate = {
      issuerKeyId: issuer.version,
      keyNumber: pass.keyNumber,
      passId: Buffer.from(pass.passId.replaceAll('-', ''), 'hex'),
      notBefore: Math.floor(pass.from.getTime() / 1000),
      notAfter: Math.ceil(pass.until.getTime() / 1000),
      campusNumber: campus?.number ?? 0,
      flags: pass.hasVehicle ? PASS_FLAG.vehicle : 0,
      phoneKey: pass.phoneKey,
    };
    return issueCertificate(certificate, nodeSigner(key));
  }

  /** Asked for with every code at a gate: put together only when the versions are read anew. */
  async publicKeys(): Promise<Map<number, Uint8Array>> {
    const versions = await this.keys.signingVersions(PURPOSE);
    if (this.known?.versions !== versions) this.known = { versions, keys: publicKeysOf(versions) };
    return this.known.keys;
  }
}

const publicKeysOf = (versions: RingKey[]): Map<number, Uint8Array> =>
  new Map(versions.flatMap(({ version, publicKey }) => (publicKey ? [[version, publicKey] as const] : [])));
