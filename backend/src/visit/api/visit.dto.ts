import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import {
  type CancelVisitInput,
  type OfficeRefusalInput,
  type VisitFilter,
  type VisitStatus,
} from '@gatehouse/contract';
import { IsCampusDay } from '../../platform/http/instants.js';

export class CancelVisitDto implements CancelVisitInput {
  @IsOptional()
  @IsString()
  @MaxLength(200)
  reason?: string;
}

export class OfficeRefusalDto implements OfficeRefusalInput {
  @IsNotEmpty()
  @IsString()
  @MaxLength(200)
  reason!: string;
}

export class VisitFilterDto implements VisitFilter {
  @IsOptional()
  @IsString()
  @MaxLength(500)
  words?: string;

  @IsOptional()
  @IsIn(['pending', 'approved', 'declined', 'cancelled', 'expired', 'granted'])
  status?: VisitStatus | 'granted';

  @IsOptional()
  @IsUUID()
  campus?: string;

  @IsOptional()
  @IsUUID()
  unit?: string;

  @IsOptional()
  @IsUUID()
  host?: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  purpose?: string;

  @IsOptional()
  @IsCampusDay()
  from?: string;

  @IsOptional()
  @IsCampusDay()
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
