import { Injectable } from '@nestjs/common';
import { checkMobile } from '@gatehouse/contract/rules/mobile-number';
import { BlindIndex } from '../../platform/crypto/blind-index.js';
import { KeyRing } from '../../platform/crypto/key-ring.js';
import { open, seal } from '../../platform/crypto/sealed-box.js';

/** Mobile numbers and mail addresses of staff: found by blind index, sealed under a key of the directory. */
@Injectable()
export class StaffMobiles {
  constructor(
    private readonly keys: KeyRing,
    private readonly blindIndex: BlindIndex,
  ) {}

  /** The blind index of a number as typed, null when it is no mobile number. */
  async index(typed: string): Promise<Buffer | null> {
    const checked = checkMobile(typed, 'OTHER');
    return checked.ok ? this.blindIndex.of('mobile', checked.number) : null;
  }

  async seal(staffId: string, mobile: string): Promise<Buffer> {
    const { secret } = await this.keys.secret('directory');
    return seal(secret, mobile, purpose(staffId));
  }

  async sealMail(staffId: string, address: string): Promise<Buffer> {
    const { secret } = await this.keys.secret('directory');
    return seal(secret, address, mailPurpose(staffId));
  }

  async openMail(staffId: string, sealed: Buffer): Promise<string> {
    const { secret } = await this.keys.secret('directory');
    return open(secret, sealed, mailPurpose(staffId)).toString();
  }

  async open(staffId: string, sealed: Buffer): Promise<string> {
    const { secret } = await this.keys.secret('directory');
    return open(secret, sealed, purpose(staffId)).toString();
  }
}

const purpose = (staffId: string): string => `staff:${staffId}:mobile`;
const mailPurpose = (staffId: string): string => `staff:${staffId}:mail`;
