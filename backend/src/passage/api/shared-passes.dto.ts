import { IsString, MaxLength } from 'class-validator';
import { type ShareTokenInput } from '@gatehouse/contract';

export class ShareTokenDto implements ShareTokenInput {
  /** base64url of 32 bytes; a link that was cut off is a link that no longer works, not a wrong form */
  @IsString()
  @MaxLength(200)
  token!: string;
}
