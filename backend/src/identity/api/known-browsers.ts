import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Ids } from '../../kernel/ids.js';
import { KeyRing } from '../../platform/crypto/key-ring.js';

/** Recognises a browser that proved a number before, by a cookie that only this installation can make. */
@Injectable()
export class KnownBrowsers {
  constructor(
    private readonly keys: KeyRing,
    private readonly ids: Ids,
  ) {}

  /** Names a browser to which a code is sent: 32 random bytes. */
  newHandle(): string {
    return Buffer.from(this.ids.bytes(32)).toString('base64url');
  }

  async mark(mobileIndex: Buffer): Promise<string> {
    const { secret } = await this.keys.secret('known-browser');
    return createHmac('sha256', secret).update(mobileIndex).digest('base64url');
  }

  async proved(cookie: string | null, mobileIndex: Buffer): Promise<boolean> {
    if (!cookie) return false;
    const [shown, mark] = [Buffer.from(cookie), Buffer.from(await this.mark(mobileIndex))];
    return shown.length === mark.length && timingSafeEqual(shown, mark);
  }
}
