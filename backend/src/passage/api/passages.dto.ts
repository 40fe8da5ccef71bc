import { type Direction, type Outcome, type Transport } from '@gatehouse/contract';
import { REASONS } from '@gatehouse/contract/pass/reason';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { IsCampusMoment } from '../../platform/http/instants.js';

export class PassageFilterDto {
  @IsOptional()
  @IsString()
  @MaxLength(500)
  words?: string;

  @IsOptional()
  @IsUUID()
  visit?: string;

  @IsOptional()
  @IsUUID()
  campus?: string;

  @IsOptional()
  @IsUUID()
  gate?: string;

  @IsOptional()
  @IsIn(['entry', 'exit'] satisfies Direction[])
  direction?: Direction;

  @IsOptional()
  @IsIn(['waiting', 'admitted', 'refused', 'lapsed', 'annulled'] satisfies Outcome[])
  outcome?: Outcome;

  @IsOptional()
  @IsIn(REASONS)
  reason?: string;

  @IsOptional()
  @IsIn(['car', 'foot'] satisfies Transport[])
  transport?: Transport;

  @IsOptional()
  @IsCampusMoment()
  from?: string;

  @IsOptional()
  @IsCampusMoment()
  until?: string;

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
