import { IsString, Matches, MaxLength } from 'class-validator';
import { type RedeemCodeInput, type SendCodeInput } from '@gatehouse/contract';

export class SendCodeDto implements SendCodeInput {
  @IsString()
  @MaxLength(30)
  mobile!: string;
}

export class RedeemCodeDto implements RedeemCodeInput {
  @IsString()
  @MaxLength(30)
  mobile!: string;

  /** six digits */
  @IsString()
  @Matches(/^\d{6}$/)
  code!: string;
}
