import { Injectable } from '@nestjs/common';
import { KeyRing } from '../../platform/crypto/key-ring.js';
import { open, seal } from '../../platform/crypto/sealed-box.js';
import { NoticeReader } from '../application/notice-book.js';

type Part = 'recipient' | 'text' | 'values';

/** Seals what a message says and to whom, each bound to its row and column. */
@Injectable()
export class NoticeSeal extends NoticeReader {
  constructor(private readonly keys: KeyRing) {
    super();
  }

  text(noticeId: string, sealed: Buffer): Promise<string> {
    return this.open(noticeId, 'text', sealed);
  }

  async close(noticeId: string, part: Part, plain: string): Promise<Buffer> {
    const { secret } = await this.keys.secret('notice');
    return seal(secret, plain, `notice:${noticeId}:${part}`);
  }

  async open(noticeId: string, part: Part, sealed: Buffer): Promise<string> {
    const { secret } = await this.keys.secret('notice');
    return open(secret, sealed, `notice:${noticeId}:${part}`).toString();
  }
}
