import {
  type BackEntryInput,
  type Direction,
  type EmergencyCause,
  type EndEmergencyInput,
  type OpenEmergencyInput,
  type Transport,
  type WalkInInput,
} from '@gatehouse/contract';
import { EMERGENCY_CAUSES } from '@gatehouse/contract/emergency';
import { DOCUMENT_KINDS } from '@gatehouse/contract/rules/identity-document';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  Equals,
  IsDefined,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { IsInstant } from '../../platform/http/instants.js';

const NONCE = /^[\w-]{8,64}$/;

export class HostWordsDto {
  @IsString()
  @MinLength(2)
  @MaxLength(40)
  q!: string;
}

export class WalkInCompanionDto {
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  name!: string;

  @IsIn(DOCUMENT_KINDS)
  documentKind!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(40)
  documentNumber!: string;
}

export class WalkInPersonDto extends WalkInCompanionDto {
  @IsString()
  @MinLength(1)
  @MaxLength(20)
  mobile!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(60)
  organisation!: string;
}

export class WalkInDto implements WalkInInput {
  @Matches(NONCE)
  nonce!: string;

  @IsUUID()
  gate!: string;

  @IsUUID()
  hostId!: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => WalkInPersonDto)
  person!: WalkInPersonDto;

  @IsOptional()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => WalkInCompanionDto)
  companions?: WalkInCompanionDto[];

  @IsIn(['car', 'foot'])
  transport!: Transport;

  @IsOptional()
  @IsString()
  @MaxLength(16)
  plate?: string;

  @IsString()
  @MaxLength(40)
  purpose!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(200)
  reason!: string;

  @IsNumber()
  @Min(0.5)
  @Max(24)
  hours!: number;

  /** the person was shown the notice, or had it read to him, and agrees */
  @Equals(true)
  consentIdentity!: true;

  @IsOptional()
  @IsIn(['zh', 'en'])
  locale?: 'zh' | 'en';
}

export class FollowDto {
  /** the state the device knows: the answer waits for another one */
  @IsOptional()
  @IsIn(['waiting', 'approved', 'declined', 'over'])
  known?: string;

  /** seconds, 25 at most */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(25)
  wait?: number;
}

export class OpenEmergencyDto implements OpenEmergencyInput {
  @Matches(NONCE)
  nonce!: string;

  @IsUUID()
  gate!: string;

  @IsIn(EMERGENCY_CAUSES)
  cause!: EmergencyCause;

  @IsString()
  @MinLength(2)
  @MaxLength(200)
  reason!: string;

  /** the second name: not that of the guard who is signed in */
  @IsString()
  @MinLength(2)
  @MaxLength(40)
  secondName!: string;

  @IsInstant()
  at!: string;
}

export class EndEmergencyDto implements EndEmergencyInput {
  @IsInstant()
  at!: string;

  /** the highest paper number that was handed out; 0 when none was */
  @IsInt()
  @Min(0)
  @Max(5000)
  lastPaper!: number;
}

export class PaperPersonDto {
  @IsString()
  @MinLength(1)
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
  @MaxLength(60)
  hostName?: string;
}

export class BackEntryDto implements BackEntryInput {
  @IsInt()
  @Min(1)
  @Max(5000)
  paper!: number;

  @IsIn(['entry', 'exit'] satisfies Direction[])
  direction!: Direction;

  @IsInstant()
  at!: string;

  /** of who has a pass; otherwise `person` */
  @IsOptional()
  @Matches(/^\d{8}$/)
  passNumber?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => PaperPersonDto)
  person?: PaperPersonDto;

  @IsOptional()
  @IsString()
  @MaxLength(16)
  plate?: string;

  @IsString()
  @MinLength(1)
  @MaxLength(40)
  by!: string;
}

export class HandOverDto {
  /** without it since the guard signed in */
  @IsOptional()
  @IsInstant()
  from?: string;

  @IsOptional()
  @IsInstant()
  until?: string;
}
