import {
  type CloseIncidentInput,
  type IncidentFilter,
  type IncidentFinding,
  type IncidentKind,
} from '@gatehouse/contract';
import { INCIDENT_FINDINGS, INCIDENT_KINDS } from '@gatehouse/contract/incident';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, MinLength } from 'class-validator';
import { IsCampusDay } from '../../platform/http/instants.js';

export class IncidentFilterDto implements IncidentFilter {
  @IsOptional()
  @IsIn(['open', 'closed'])
  state?: 'open' | 'closed';

  @IsOptional()
  @IsIn(INCIDENT_KINDS)
  kind?: IncidentKind;

  @IsOptional()
  @IsUUID()
  campus?: string;

  @IsOptional()
  @IsUUID()
  gate?: string;

  /** campus date `YYYY-MM-DD` */
  @IsOptional()
  @IsCampusDay()
  from?: string;

  /** campus date, included */
  @IsOptional()
  @IsCampusDay()
  until?: string;

  /** handle of POST /api/search/words */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  words?: string;

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

export class CloseIncidentDto implements CloseIncidentInput {
  @IsIn(INCIDENT_FINDINGS)
  finding!: IncidentFinding;

  @IsString()
  @MinLength(1)
  @MaxLength(500)
  note!: string;
}

export class AnnulByOfficeDto {
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  reason!: string;
}
