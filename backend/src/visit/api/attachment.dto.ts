import { IsBoolean, IsNotEmpty, IsString, IsUUID, MaxLength } from 'class-validator';
import { type DocumentClaim, type GuardianInput, type UploadClaim } from '@gatehouse/contract';

/** What POST /api/photos answered. */
export class UploadClaimDto implements UploadClaim {
  @IsUUID()
  id!: string;

  @IsNotEmpty()
  @IsString()
  @MaxLength(64)
  token!: string;
}

export class DocumentClaimDto extends UploadClaimDto implements DocumentClaim {
  @IsNotEmpty()
  @IsString()
  @MaxLength(40)
  key!: string;
}

export class GuardianDto implements GuardianInput {
  @IsNotEmpty()
  @IsString()
  @MaxLength(60)
  name!: string;

  @IsNotEmpty()
  @IsString()
  @MaxLength(20)
  mobile!: string;

  @IsBoolean()
  consent!: boolean;
}
