import {
  type Direction,
  type ExportPassagesInput,
  type Outcome,
  type PassageFilter,
  type Transport,
} from '@gatehouse/contract';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { IsCampusMoment } from '../../platform/http/instants.js';

/** The filter of the list; paging means nothing here and is left out. */
export class ExportFilterDto implements PassageFilter {
  @IsOptional()
  @IsString()
  @MaxLength(60)
  q?: string;

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
  @IsIn(['entry', 'exit'])
  direction?: Direction;

  @IsOptional()
  @IsIn(['waiting', 'admitted', 'refused', 'lapsed', 'annulled'])
  outcome?: Outcome;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  reason?: string;

  @IsOptional()
  @IsIn(['car', 'foot'])
  transport?: Transport;

  /** first campus date */
  @IsOptional()
  @IsCampusMoment()
  from?: string;

  /** last campus date */
  @IsOptional()
  @IsCampusMoment()
  until?: string;
}

export class ExportPassagesDto implements ExportPassagesInput {
  @IsDefined()
  @ValidateNested()
  @Type(() => ExportFilterDto)
  filter!: ExportFilterDto;

  /** what the export is for; goes on its cover and into the audit */
  @IsNotEmpty()
  @IsString()
  @MaxLength(200)
  reason!: string;
}
