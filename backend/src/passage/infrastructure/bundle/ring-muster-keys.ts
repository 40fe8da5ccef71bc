import { hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { campusDay } from '../../../kernel/campus-time.js';
import { KeyRing } from '../../../platform/crypto/key-ring.js';
import { MusterKeys } from '../../application/muster-keys.js';

const BYTES = 32;

@Injectable()
export class RingMusterKeys extends MusterKeys {
  constructor(private readonly keys: KeyRing) {
    super();
  }

  async at(campusId: string, moment: Date): Promise<{ id: string; key: Uint8Array }> {
    const id = campusDay(moment);
    const { secret } = await this.keys.secret('muster');
    return { id, key: new Uint8Array(hkdfSync('sha256', secret, '', `muster|${campusId}|${id}`, BYTES)) };
  }
}
