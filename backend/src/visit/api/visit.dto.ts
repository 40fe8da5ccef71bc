import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  type ApplicantInput,
  type CancelVisitInput,
  type KeptPerson,
  type Locale,
  type OfficeRefusalInput,
  type PeriodValue,
  type PersonInput,
  type RequestVisitInput,
  type Transport,
  type VisitFilter,
  type VisitStatus,
} from '@gatehouse/contract';
import { DOCUMENT_KINDS } from '@gatehouse/contract/rules/identity-document';
import { IsCampusDay, IsInstant } from '../../platform/http/instants.js';
import { DocumentClaimDto, GuardianDto, UploadClaimDto } from './attachment.dto.js';

export class KeptPersonDto implements KeptPerson {
  @IsUUID()
  visitId!: string;

  @IsInt()
  @Min(0)
  @Max(50)
  personIndex!: number;
}

const isTyped = ({ keep }: PersonDto): boolean => keep === undefined;

/** Either name and document as typed, or `keep`. */
export class PersonDto implements PersonInput {
  @IsOptional()
  @ValidateNested()
  @Type(() => KeptPersonDto)
  keep?: KeptPersonDto;

  @ValidateIf(isTyped)
  @IsNotEmpty()
  @IsString()
  @MaxLength(60)
  name!: string;

  @ValidateIf(isTyped)
  @IsIn(DOCUMENT_KINDS)
  documentKind!: string;

  @ValidateIf(isTyped)
  @IsNotEmpty()
  @IsString()
  @MaxLength(40)
  documentNumber!: string;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  mobile?: string;

  /** an upload of POST /api/photos?kind=face; needs `consentFace` */
  @IsOptional()
  @ValidateNested()
  @Type(() => UploadClaimDto)
  photo?: UploadClaimDto;

  /** for documents that tell no birth date */
  @IsOptional()
  @IsBoolean()
  under14?: boolean;

  /** needed for everybody under 14 */
  @IsOptional()
  @ValidateNested()
  @Type(() => GuardianDto)
  guardian?: GuardianDto;
}

export class ApplicantDto extends PersonDto implements ApplicantInput {
  @ValidateIf(isTyped)
  @IsNotEmpty()
  @IsString()
  @MaxLength(20)
  declare mobile: string;

  @ValidateIf(isTyped)
  @IsNotEmpty()
  @IsString()
  @MaxLength(60)
  organisation!: string;
}

export class PeriodDto implements PeriodValue {
  @IsInstant()
  from!: string;

  @IsInstant()
  until!: string;
}

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
