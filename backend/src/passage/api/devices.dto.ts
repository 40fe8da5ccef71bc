import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';

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
}

export class RevokeDeviceDto {
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  reason!: string;
}
