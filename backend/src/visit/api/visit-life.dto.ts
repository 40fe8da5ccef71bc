import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  type AskForCorrectionInput,
  type ChangeVisitInput,
  type CompanionChange,
  type CorrectionNote,
  type CorrectVisitInput,
  type ExtendVisitInput,
  type PersonChange,
  type Transport,
} from '@gatehouse/contract';
import { DOCUMENT_KINDS } from '@gatehouse/contract/rules/identity-document';
import { IsInstant } from '../../platform/http/instants.js';
import { PeriodDto } from './period.dto.js';

export class PersonChangeDto implements PersonChange {
  @IsOptional()
  @IsNotEmpty()
  @IsString()
  @MaxLength(60)
  name?: string;

  @IsOptional()
  @IsIn(DOCUMENT_KINDS)
  documentKind?: string;

  @IsOptional()
  @IsNotEmpty()
  @IsString()
  @MaxLength(40)
  documentNumber?: string;

  @IsOptional()
  @IsNotEmpty()
  @IsString()
  @MaxLength(20)
  mobile?: string;
}

export class CorrectApplicantDto extends PersonChangeDto {
  @IsOptional()
  @IsNotEmpty()
  @IsString()
  @MaxLength(60)
  organisation?: string;
}

export class CorrectCompanionDto extends PersonChangeDto {
  /** of the party member */
  @IsInt()
  @Min(1)
  index!: number;
}

export class CorrectVisitDto implements CorrectVisitInput {
  @IsOptional()
  @ValidateNested()
  @Type(() => CorrectApplicantDto)
  applicant?: CorrectApplicantDto;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => CorrectCompanionDto)
  companions?: CorrectCompanionDto[];

  @IsOptional()
  @IsNotEmpty()
  @IsString()
  @MaxLength(16)
  plate?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => PeriodDto)
  period?: PeriodDto;

  @IsOptional()
  @IsNotEmpty()
  @IsString()
  @MaxLength(200)
  reason?: string;
}

export class CompanionChangeDto extends PersonChangeDto implements CompanionChange {
  /** index of a party member who stays; absent for somebody new */
  @IsOptional()
  @IsInt()
  @Min(1)
  keep?: number;
}

export class ChangeVisitDto implements ChangeVisitInput {
  @IsIn(['car', 'foot'])
  transport!: Transport;

  @IsOptional()
  @IsString()
  @MaxLength(16)
  plate?: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => PeriodDto)
  period!: PeriodDto;

  @IsNotEmpty()
  @IsString()
  @MaxLength(200)
  reason!: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  remark?: string;

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => CompanionChangeDto)
  companions!: CompanionChangeDto[];
}

export class ExtendVisitDto implements ExtendVisitInput {
  @IsInstant()
  until!: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  reason?: string;
}

export class CorrectionNoteDto implements CorrectionNote {
  @IsNotEmpty()
  @IsString()
  @MaxLength(60)
  field!: string;

  @IsNotEmpty()
  @IsString()
  @MaxLength(200)
  note!: string;
}

export class AskForCorrectionDto implements AskForCorrectionInput {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => CorrectionNoteDto)
  fields!: CorrectionNoteDto[];
}
