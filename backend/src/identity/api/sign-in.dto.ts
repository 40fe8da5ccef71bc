import { IsIn, IsOptional, IsString } from 'class-validator';

export class BeginSignInDto {
  @IsOptional()
  @IsString()
  next?: string;

  @IsOptional()
  @IsIn(['true', 'false'])
  renew?: string;

  @IsOptional()
  @IsIn(['true', 'false'])
  gateway?: string;
}
