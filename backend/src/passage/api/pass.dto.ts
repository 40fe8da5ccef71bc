import { IsBoolean, IsOptional, IsUUID, Matches } from 'class-validator';

/** base64url of 33 bytes */
const POINT = /^[\w-]{44}$/;
/** base64url of 12 bytes */
const SECRET = /^[\w-]{16}$/;

export class PassPageDto {
  @IsOptional()
  @Matches(POINT)
  publicKey?: string;
}

export class RegisterKeyDto {
  @Matches(POINT)
  publicKey!: string;

  @Matches(SECRET)
  secret!: string;

  @IsOptional()
  @IsBoolean()
  move?: boolean;
}

export class HoldKeyDto {
  @IsOptional()
  @IsBoolean()
  move?: boolean;
}

export class TodaysPassesDto {
  @IsUUID()
  campus!: string;
}
