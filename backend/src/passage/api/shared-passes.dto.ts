import { Matches } from 'class-validator';
import { type ShareTokenInput } from '@gatehouse/contract';

export class ShareTokenDto implements ShareTokenInput {
  /** base64url of 32 bytes */
  @Matches(/^[\w-]{43}$/)
  token!: string;
}
