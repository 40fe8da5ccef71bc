import { Injectable } from '@nestjs/common';
import { personKeys } from '../../directory/public.js';
import { BlindIndex } from '../../platform/crypto/blind-index.js';
import { NameTokens } from '../application/name-tokens.js';
import { likelyBirths } from '../domain/resemblance.js';

@Injectable()
export class BlindNameTokens extends NameTokens {
  constructor(private readonly blindIndex: BlindIndex) {
    super();
  }

  ofListed(name: string, birth: string): Promise<string[]> {
    return Promise.all(likelyBirths(birth).map((likely) => this.token(name, likely)));
  }

  ofVisitor(name: string, birth: string): Promise<string> {
    return this.token(name, birth.replace(/\D/g, ''));
  }

  private async token(name: string, digits: string): Promise<string> {
    return (await this.blindIndex.of('name-birth', `${personKeys(name).full}|${digits}`)).toString('hex');
  }
}
