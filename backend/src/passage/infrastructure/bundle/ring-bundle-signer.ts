import { createPrivateKey } from 'node:crypto';
import { type BundleContent, type SignedBundle } from '@gatehouse/contract';
import { signBundle } from '@gatehouse/contract/bundle/sign';
import { Injectable } from '@nestjs/common';
import { KeyRing } from '../../../platform/crypto/key-ring.js';
import { BundleSigner } from '../../application/bundle-signer.js';
import { nodeSigner } from '../node-p256.js';

const PURPOSE = 'bundle';

@Injectable()
export class RingBundleSigner extends BundleSigner {
  constructor(private readonly keys: KeyRing) {
    super();
  }

  async sign(content: BundleContent): Promise<SignedBundle> {
    const { version, secret } = await this.keys.signing(PURPOSE);
    return signBundle(content, version, nodeSigner(createPrivateKey({ key: secret, format: 'der', type: 'pkcs8' })));
  }

  async publicKeys(): Promise<Map<number, Uint8Array>> {
    await this.keys.signing(PURPOSE);
    const versions = await this.keys.signingVersions(PURPOSE);
    return new Map(versions.flatMap(({ version, publicKey }) => (publicKey ? [[version, publicKey] as const] : [])));
  }
}
