import { Injectable } from '@nestjs/common';
import { type ListPersonInput } from '@gatehouse/contract';
import {
  checkIdentityDocument,
  maskDocumentNumber,
  type DocumentKind,
} from '@gatehouse/contract/rules/identity-document';
import { checkMobile, maskMobile } from '@gatehouse/contract/rules/mobile-number';
import { normaliseName } from '@gatehouse/contract/rules/person-name';
import { checkPlate, maskPlate, plateMatchKey } from '@gatehouse/contract/rules/plate-number';
import { campusDay } from '../../kernel/campus-time.js';
import { Clock } from '../../kernel/clock.js';
import { BlindIndex } from '../../platform/crypto/blind-index.js';
import { type Matching, MatchKeys } from '../application/match-keys.js';
import { NameTokens } from '../application/name-tokens.js';
import { type MatchKey } from '../domain/blacklist-entry.js';

@Injectable()
export class BlindMatchKeys extends MatchKeys {
  constructor(
    private readonly blindIndex: BlindIndex,
    private readonly tokens: NameTokens,
    private readonly clock: Clock,
  ) {
    super();
  }

  async of(input: ListPersonInput): Promise<Matching> {
    const matching: Matching = { name: normaliseName(input.name), keys: [], resemblances: [], faults: [] };
    const birth = await this.addDocument(input, matching);
    await this.addMobile(input, matching);
    addPlate(input, matching);
    const born = input.birthDate ?? birth;
    if (born && born > campusDay(this.clock.now()))
      matching.faults.push({ path: 'birthDate', code: 'field.out-of-range' });
    else if (born) matching.resemblances = await this.tokens.ofListed(matching.name, born);
    return matching;
  }

  /** Answers the birth date that the number holds. */
  private async addDocument({ documentKind, documentNumber }: ListPersonInput, to: Matching): Promise<string | null> {
    if (!documentNumber) return null;
    const kind = (documentKind ?? 'PRC_ID') as DocumentKind;
    const checked = checkIdentityDocument(kind, documentNumber, this.clock.now().getTime(), { acceptLegacy: true });
    if (!checked.ok) {
      to.faults.push({ path: 'documentNumber', code: checked.code });
      return null;
    }
    const masked = maskDocumentNumber(checked.number);
    to.keys.push(await this.blind('document', `${checked.kind}|${checked.number}`, masked));
    return checked.birth ?? null;
  }

  private async addMobile({ mobile }: ListPersonInput, to: Matching): Promise<void> {
    if (!mobile) return;
    const checked = checkMobile(mobile, 'PASSPORT');
    if (!checked.ok) to.faults.push({ path: 'mobile', code: checked.code });
    else to.keys.push(await this.blind('mobile', checked.number, maskMobile(checked.number)));
  }

  private async blind(kind: 'document' | 'mobile', value: string, masked: string): Promise<MatchKey> {
    return { kind, index: (await this.blindIndex.of(kind, value)).toString('hex'), masked };
  }
}

function addPlate({ plate }: ListPersonInput, to: Matching): void {
  if (!plate) return;
  const checked = checkPlate(plate);
  if (!checked.ok) to.faults.push({ path: 'plate', code: checked.code });
  else to.keys.push({ kind: 'plate', index: plateMatchKey(checked.plate), masked: maskPlate(checked.plate) });
}
