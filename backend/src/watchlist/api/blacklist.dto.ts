import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import {
  type BlacklistFilter,
  type BlacklistLevel,
  type BlacklistState,
  type LiftEntryInput,
  type ListPersonInput,
  type ReviewEntryInput,
} from '@gatehouse/contract';
import { DOCUMENT_KINDS } from '@gatehouse/contract/rules/identity-document';
import { IsCampusDay } from '../../platform/http/instants.js';

const LEVELS = ['refuse', 'ask', 'watch'] as const;

export class ListPersonDto implements ListPersonInput {
  @IsNotEmpty()
  @MaxLength(60)
  name!: string;

  @IsOptional()
  @IsIn(DOCUMENT_KINDS)
  documentKind?: string;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  documentNumber?: string;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  mobile?: string;

  @IsOptional()
  @IsString()
  @MaxLength(16)
  plate?: string;

  /** with a document that holds one it is not needed */
  @IsOptional()
  @IsCampusDay()
  birthDate?: string;

  @IsIn(LEVELS)
  level!: BlacklistLevel;

  @IsNotEmpty()
  @MaxLength(500)
  reason!: string;

  /** what the reason rests on */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  evidence?: string;

  /** absent = every campus */
  @IsOptional()
  @IsUUID()
  campusId?: string;

  /** first campus date on which the entry acts; absent = at once */
  @IsOptional()
  @IsCampusDay()
  from?: string;

  /** last campus date on which the entry acts */
  @IsOptional()
  @IsCampusDay()
  until?: string;

  /** campus date of the next review */
  @IsOptional()
  @IsCampusDay()
  reviewOn?: string;
}

export class LiftEntryDto implements LiftEntryInput {
  @IsNotEmpty()
  @MaxLength(500)
  reason!: string;
}

export class ReviewEntryDto implements ReviewEntryInput {
  @IsNotEmpty()
  @MaxLength(500)
  note!: string;

  @IsCampusDay()
  reviewOn!: string;
}

export class BlacklistFilterDto implements BlacklistFilter {
  /** what was searched for, by its handle: addresses carry no words */
  @IsOptional()
  @IsString()
  @MaxLength(600)
  words?: string;

  @IsOptional()
  @IsIn(['active', 'due', 'ended'] satisfies BlacklistState[])
  state?: BlacklistState;

  @IsOptional()
  @IsIn(LEVELS)
  level?: BlacklistLevel;

  @IsOptional()
  @IsUUID()
  entry?: string;

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

export class HitsFilterDto {
  @IsCampusDay()
  from!: string;

  @IsCampusDay()
  until!: string;

  @IsOptional()
  @IsUUID()
  entry?: string;
}

export class ImportEntriesDto {
  /** without it nothing is listed: only what would come of it */
  @IsOptional()
  @Transform(({ value }) => value === true || value === 'true')
  @IsBoolean()
  apply = false;
}

export class EntryTemplateDto {
  @IsIn(['csv', 'xlsx'])
  form: 'csv' | 'xlsx' = 'xlsx';
}

export class EvidenceNameDto {
  @IsNotEmpty()
  @MaxLength(120)
  name!: string;
}
