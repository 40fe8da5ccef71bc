import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Ids } from '../../kernel/ids.js';
import { KeyRing } from '../../platform/crypto/key-ring.js';
import { open, seal } from '../../platform/crypto/sealed-box.js';
import { type InvitationToken, InvitationTokens } from '../application/invitations.js';

const PURPOSE = 'invitation-token';
/** 144 bits: nothing to guess, and short enough for a QR code that scans easily. */
const TOKEN_BYTES = 18;

@Injectable()
export class SealedInvitationTokens extends InvitationTokens {
  constructor(
    private readonly keys: KeyRing,
    private readonly ids: Ids,
  ) {
    super();
  }

  async make(): Promise<InvitationToken> {
    const text = Buffer.from(this.ids.bytes(TOKEN_BYTES)).toString('base64url');
    const { secret } = await this.keys.secret(PURPOSE);
    return { text, hash: this.hash(text), sealed: seal(secret, text, PURPOSE) };
  }

  async open(sealed: Uint8Array): Promise<string> {
    const { secret } = await this.keys.secret(PURPOSE);
    return open(secret, sealed, PURPOSE).toString('utf8');
  }

  hash(token: string): Uint8Array {
    return createHash('sha256').update(token).digest();
  }
}
