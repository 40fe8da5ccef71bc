import { IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { type LocalSignInInput, type SetupInput } from '@gatehouse/contract';

export class SetupTokenDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  token!: string;
}

export class SetupDto extends SetupTokenDto implements SetupInput {
  @IsString()
  @MaxLength(32)
  login!: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  name!: string;

  @IsString()
  @MaxLength(200)
  password!: string;

  @IsString()
  @MaxLength(12)
  code!: string;
}

export class LocalSignInDto implements LocalSignInInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  login!: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  password!: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  code!: string;
}

export class SetupLinkDto {
  /** absent = for another account */
  @IsOptional()
  @IsUUID()
  accountId?: string;
}
