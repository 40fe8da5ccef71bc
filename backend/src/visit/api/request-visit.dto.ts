import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { type Locale, type RequestVisitInput, type Transport } from '@gatehouse/contract';
import { DocumentClaimDto } from './attachment.dto.js';
import { ApplicantDto, PersonDto } from './party.dto.js';
import { PeriodDto } from './period.dto.js';

/** Either `staffId`, or `name` and `mobile` as typed. */
export class HostDto {
  @IsOptional()
  @IsUUID()
  staffId?: string;

  @ValidateIf((host: HostDto) => host.staffId === undefined)
  @IsNotEmpty()
  @IsString()
  @MaxLength(60)
  name!: string;

  @ValidateIf((host: HostDto) => host.staffId === undefined)
  @IsNotEmpty()
  @IsString()
  @MaxLength(20)
  mobile!: string;
}

export class RequestVisitDto {
  @IsUUID()
  campusId!: string;

  @IsUUID()
  unitId!: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => HostDto)
  host!: HostDto;

  @IsIn(['car', 'foot'])
  transport!: Transport;

  /** needed for a car, absent otherwise */
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
  @MaxLength(40)
  purpose!: string;

  @IsNotEmpty()
  @IsString()
  @MaxLength(200)
  reason!: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  remark?: string;

  /** token of an invitation link */
  @IsOptional()
  @IsNotEmpty()
  @IsString()
  @MaxLength(64)
  invitation?: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => ApplicantDto)
  applicant!: ApplicantDto;

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PersonDto)
  companions!: PersonDto[];

  @IsNotEmpty()
  @IsString()
  @MaxLength(40)
  noticeVersion!: string;

  @IsBoolean()
  consentIdentity!: boolean;

  /** separate consent to the face photos of this form */
  @IsOptional()
  @IsBoolean()
  consentFace?: boolean;

  /** one upload per document that the purpose asks for */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => DocumentClaimDto)
  documents?: DocumentClaimDto[];

  @IsOptional()
  @IsIn(['zh', 'en'])
  locale?: Locale;

  /** Whether anybody of the party comes from an earlier visit. */
  keepsSomebody(): boolean {
    return [this.applicant, ...this.companions].some(({ keep }) => keep !== undefined);
  }

  /** The contract's form of the same facts. */
  toInput(): RequestVisitInput {
    const { staffId, name, mobile } = this.host;
    return { ...this, host: staffId ? { staffId } : { name, mobile } };
  }
}
