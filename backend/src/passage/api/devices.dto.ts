import { type ChangeDeviceInput, type DeviceProfile, type Direction, type WipeDeviceInput } from '@gatehouse/contract';
import { DEVICE_PROFILES } from '@gatehouse/contract/guard-desk';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';

export class AddDeviceDto {
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  name!: string;

  @IsUUID()
  campusId!: string;

  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  gateIds!: string[];

  @IsOptional()
  @IsIn(DEVICE_PROFILES)
  profile?: DeviceProfile;
}

export class ChangeDeviceDto implements ChangeDeviceInput {
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  name?: string;

  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  gateIds?: string[];

  @IsOptional()
  @IsIn(DEVICE_PROFILES)
  profile?: DeviceProfile;

  /** null = both ways */
  @IsOptional()
  @IsIn(['entry', 'exit'])
  direction?: Direction | null;

  /** 0 = never */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(86_400)
  lockAfterSeconds?: number;

  @IsOptional()
  @IsInt()
  @Min(500)
  @Max(20_000)
  offlineAfterMs?: number;
}

export class WipeDeviceDto implements WipeDeviceInput {
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  reason!: string;

  /** for a device in wrong hands */
  @IsOptional()
  @IsBoolean()
  now?: boolean;
}

export class RevokeDeviceDto {
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  reason!: string;
}
