import { Type } from 'class-transformer';
import {
  IsBoolean,
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
import { type ApplicantInput, type KeptPerson, type PersonInput } from '@gatehouse/contract';
import { DOCUMENT_KINDS } from '@gatehouse/contract/rules/identity-document';
import { GuardianDto, UploadClaimDto } from './attachment.dto.js';

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
