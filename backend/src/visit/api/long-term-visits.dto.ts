import { type LongTermFilter, type LongTermState, type RenewInput, type RevokeTermInput } from '@gatehouse/contract';
import { LONG_TERM_STATES } from '@gatehouse/contract/long-term';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { IsCampusDay } from '../../platform/http/instants.js';

export class LongTermFilterDto implements LongTermFilter {
  @IsOptional()
  @IsIn(LONG_TERM_STATES)
  state?: LongTermState;

  @IsOptional()
  @IsUUID()
  campus?: string;

  @IsOptional()
  @IsUUID()
  unit?: string;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  purpose?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

export class RenewDto implements RenewInput {
  /** the last day of the longer term */
  @IsCampusDay()
  lastDay!: string;

  @IsNotEmpty()
  @IsString()
  @MaxLength(200)
  reason!: string;
}

export class RevokeTermDto implements RevokeTermInput {
  @IsNotEmpty()
  @IsString()
  @MaxLength(200)
  reason!: string;
}
