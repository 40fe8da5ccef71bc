import { Injectable } from '@nestjs/common';
import { type ListPersonInput } from '@gatehouse/contract';
import {
  checkIdentityDocument,
  maskDocumentNumber,
  type DocumentKind,
} from '@gatehouse/contract/rules/identity-document';
import { checkMobile, maskMobile } from '@gatehouse/contract/rules/mobile-number';
import { checkPlate, maskPlate, plateMatchKey } from '@gatehouse/contract/rules/plate-number';
import { Clock } from '../../kernel/clock.js';
import { DomainError, type FieldError } from '../../kernel/domain-error.js';
import { BlindIndex } from '../../platform/crypto/blind-index.js';
import { type MatchKey } from '../application/list-person.js';

/** Turns what the office typed into indexes to match on; numbers in clear end here. */
@Injectable()
export class MatchKeys {
  constructor(
    private readonly blindIndex: BlindIndex,
    private readonly clock: Clock,
  ) {}

  async of(input: ListPersonInput): Promise<MatchKey[]> {
    const faults: FieldError[] = [];
    const keys: MatchKey[] = [];
    const kind = (input.documentKind ?? 'PRC_ID') as DocumentKind;
    if (input.documentNumber) {
      const document = checkIdentityDocument(kind, input.documentNumber, this.clock.now().getTime(), {
        acceptLegacy: true,
      });
      if (!document.ok) faults.push({ path: 'documentNumber', code: document.code });
      else
        keys.push(
          await this.blind('document', `${document.kind}|${document.number}`, maskDocumentNumber(document.number)),
        );
    }
    if (input.mobile) {
      const mobile = checkMobile(input.mobile, 'PASSPORT');
      if (!mobile.ok) faults.push({ path: 'mobile', code: mobile.code });
      else keys.push(await this.blind('mobile', mobile.number, maskMobile(mobile.number)));
    }
    if (input.plate) {
      const plate = checkPlate(input.plate);
      if (!plate.ok) faults.push({ path: 'plate', code: plate.code });
      else keys.push({ kind: 'plate', index: plateMatchKey(plate.plate), masked: maskPlate(plate.plate) });
    }
    if (faults.length > 0) throw new DomainError('request.invalid', {}, faults);
    return keys;
  }

  private async blind(kind: 'document' | 'mobile', value: string, masked: string): Promise<MatchKey> {
    return { kind, index: (await this.blindIndex.of(kind, value)).toString('hex'), masked };
  }
}
