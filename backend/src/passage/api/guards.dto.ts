import { type AddGuardInput, type AnnulPassageInput, type GuardRole, type GuardSignInInput } from '@gatehouse/contract';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { IsInstant } from '../../platform/http/instants.js';

export class GuardSignInDto implements GuardSignInInput {
  @Matches(/^\d{3,8}$/)
  number!: string;

  @Matches(/^\d{6}$/)
  pin!: string;
}

export class AnnulPassageDto implements AnnulPassageInput {
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  reason!: string;

  /** the device's clock */
  @IsInstant()
  at!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(40)
  by!: string;
}

export class AddGuardDto implements AddGuardInput {
  @IsUUID()
  campusId!: string;

  @Matches(/^\d{3,8}$/)
  number!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(40)
  name!: string;

  @IsIn(['guard', 'supervisor'] satisfies GuardRole[])
  role!: GuardRole;

  /** none = every gate of the campus */
  @IsOptional()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  gateIds?: string[];
}

export class PlaceGuardDto {
  /** none = every gate of the campus */
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  gateIds!: string[];
}

export class SuspendGuardDto {
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  reason!: string;
}
