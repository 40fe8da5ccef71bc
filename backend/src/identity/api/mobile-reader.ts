import { Injectable } from '@nestjs/common';
import { checkMobile, maskMobile } from '@gatehouse/contract/rules/mobile-number';
import { DomainError } from '../../kernel/domain-error.js';
import { BlindIndex } from '../../platform/crypto/blind-index.js';

export interface TypedMobile {
  /** E.164 */
  number: string;
  index: Buffer;
  masked: string;
}

/** Reads a mobile number as typed. */
@Injectable()
export class MobileReader {
  constructor(private readonly blindIndex: BlindIndex) {}

  async read(typed: string): Promise<TypedMobile> {
    // The document is not known yet, so numbers of every country are taken.
    const checked = checkMobile(typed, 'OTHER');
    if (!checked.ok) throw new DomainError('request.invalid', {}, [{ path: 'mobile', code: checked.code }]);
    const { number } = checked;
    return { number, index: await this.blindIndex.of('mobile', number), masked: maskMobile(number) };
  }
}
