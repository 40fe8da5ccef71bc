import { Injectable } from '@nestjs/common';
import { BlindIndex } from '../../platform/crypto/blind-index.js';
import { ContactKeys } from '../application/contact-keys.js';
import { type Contact } from '../domain/offered.js';

@Injectable()
export class BlindContactKeys extends ContactKeys {
  constructor(private readonly blindIndex: BlindIndex) {
    super();
  }

  async mobile(number: string): Promise<Contact> {
    return { value: number, key: (await this.blindIndex.of('mobile', number)).toString('hex') };
  }

  async mail(address: string): Promise<Contact> {
    return { value: address, key: (await this.blindIndex.of('mail', address)).toString('hex') };
  }
}
