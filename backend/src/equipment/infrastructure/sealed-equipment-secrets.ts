import { createHash, createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Ids } from '../../kernel/ids.js';
import { KeyRing } from '../../platform/crypto/key-ring.js';
import { open, seal } from '../../platform/crypto/sealed-box.js';
import { type DeviceLogin, EquipmentSecrets } from '../application/equipments.js';

@Injectable()
export class SealedEquipmentSecrets extends EquipmentSecrets {
  constructor(
    private readonly ids: Ids,
    private readonly keys: KeyRing,
  ) {
    super();
  }

  make(): string {
    return Buffer.from(this.ids.bytes(32)).toString('base64url');
  }

  hash(token: string): Uint8Array {
    return createHash('sha256').update(token).digest();
  }

  async sealLogin(deviceId: string, login: DeviceLogin): Promise<Uint8Array> {
    const { secret } = await this.keys.secret('equipment-login');
    return seal(secret, JSON.stringify(login), deviceId);
  }

  async openLogin(deviceId: string, sealed: Uint8Array): Promise<DeviceLogin> {
    const { secret } = await this.keys.secret('equipment-login');
    return JSON.parse(open(secret, sealed, deviceId).toString('utf8')) as DeviceLogin;
  }

  /** A code that stays the same for a device, whichever process hands it out. */
  async codeOf(deviceId: string, purpose: string): Promise<string> {
    const { secret } = await this.keys.secret('equipment-login');
    return createHmac('sha256', secret).update(`${purpose}|${deviceId}`).digest('hex').slice(0, 32);
  }
}
