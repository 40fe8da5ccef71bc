import { IsBoolean, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { type AnswerAppealInput, type SuspendHostInput } from '@gatehouse/contract';
import { IsInstant } from '../../platform/http/instants.js';

export class LedgerFilterDto {
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/)
  month?: string;
}

export class SuspendHostDto implements SuspendHostInput {
  @IsInstant()
  until!: string;

  @IsNotEmpty()
  @IsString()
  @MaxLength(500)
  reason!: string;
}

export class AppealDto {
  @IsNotEmpty()
  @IsString()
  @MaxLength(1000)
  text!: string;
}

export class AnswerAppealDto implements AnswerAppealInput {
  @IsNotEmpty()
  @IsString()
  @MaxLength(1000)
  answer!: string;

  @IsBoolean()
  upheld!: boolean;
}
