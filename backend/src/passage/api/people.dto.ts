import { type PersonFilter, type PlateFilter, type PresenceFilter } from '@gatehouse/contract';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { IsCampusDay } from '../../platform/http/instants.js';

export class PlateFilterDto implements PlateFilter {
  @IsOptional()
  @IsString()
  @MaxLength(500)
  words?: string;

  @IsOptional()
  @IsUUID()
  campus?: string;

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

export class PersonFilterDto extends PlateFilterDto implements PersonFilter {
  @IsOptional()
  @IsUUID()
  unit?: string;

  @IsOptional()
  @IsUUID()
  gate?: string;

  @IsOptional()
  @IsIn(['inside', 'overstayed', 'outside'] satisfies PresenceFilter[])
  presence?: PresenceFilter;

  @IsOptional()
  @IsCampusDay()
  from?: string;

  @IsOptional()
  @IsCampusDay()
  until?: string;
}
