import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { type BlacklistLevel, type LiftEntryInput, type ListPersonInput } from '@gatehouse/contract';
import { DOCUMENT_KINDS } from '@gatehouse/contract/rules/identity-document';
import { IsCampusDay } from '../../platform/http/instants.js';

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

  @IsIn(['refuse', 'ask', 'watch'])
  level!: BlacklistLevel;

  @IsNotEmpty()
  @MaxLength(500)
  reason!: string;

  /** last campus date on which the entry acts */
  @IsOptional()
  @IsCampusDay()
  until?: string;
}

export class LiftEntryDto implements LiftEntryInput {
  @IsNotEmpty()
  @MaxLength(500)
  reason!: string;
}

export class BlacklistFilterDto {
  @IsOptional()
  @MaxLength(60)
  q?: string;

  @IsOptional()
  @IsIn(['active', 'ended'])
  state?: 'active' | 'ended';
}
