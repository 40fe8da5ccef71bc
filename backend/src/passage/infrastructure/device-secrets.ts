import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Ids } from '../../kernel/ids.js';
import { DeviceSecrets } from '../application/devices.js';

/** 256 random bits need no slow hash: there is nothing to guess. */
@Injectable()
export class HashedDeviceSecrets extends DeviceSecrets {
  constructor(private readonly ids: Ids) {
    super();
  }

  make(): string {
    return Buffer.from(this.ids.bytes(32)).toString('base64url');
  }

  hash(secret: string): Uint8Array {
    return createHash('sha256').update(secret).digest();
  }
}
