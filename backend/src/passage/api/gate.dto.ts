import { type CredentialKind, type Direction } from '@gatehouse/contract';
import { Type } from 'class-transformer';
import {
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

/** 64 to 512 random bits in any alphabet without surprises */
const NONCE = /^[\w-]{8,64}$/;

export class InitializeDto {
  @IsString()
  @MaxLength(64)
  token!: string;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  model?: string;
}

export class HeartbeatDto {
  @IsInstant()
  at!: string;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  appVersion?: string;

  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1)
  battery?: number;

  @IsOptional()
  @IsInt()
  @Min(0)
  queueLength?: number;

  @IsOptional()
  @IsInt()
  @Min(0)
  bundleVersion?: number;
}

export class CredentialDto {
  @IsIn(['code', 'number', 'document', 'face', 'plate', 'party'] satisfies CredentialKind[])
  kind!: CredentialKind;

  @IsString()
  @MinLength(1)
  @MaxLength(512)
  value!: string;
}

export class AskVerdictDto {
  @Matches(NONCE)
  nonce!: string;

  @ValidateNested()
  @Type(() => CredentialDto)
  credential!: CredentialDto;

  @IsIn(['entry', 'exit'] satisfies Direction[])
  direction!: Direction;

  @IsUUID()
  gate!: string;

  @IsInstant()
  at!: string;
}

export class ConfirmPassageDto {
  @Matches(NONCE)
  nonce!: string;

  /** `lapsed`: nobody went through and nobody was turned away; gives the pass free before the verdict runs out */
  @IsIn(['admitted', 'refused', 'lapsed'])
  outcome!: 'admitted' | 'refused' | 'lapsed';

  @IsString()
  @MinLength(1)
  @MaxLength(40)
  by!: string;

  @IsInstant()
  at!: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  reason?: string;

  /** the plate that the guard read off the car */
  @IsOptional()
  @IsString()
  @MaxLength(16)
  plateSeen?: string;
}
