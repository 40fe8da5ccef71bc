import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

export class DevelopmentPageDto {
  @IsOptional()
  @IsString()
  next?: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  q?: string;
}

export class DevelopmentSignInDto {
  @IsNotEmpty()
  @IsString()
  @MaxLength(64)
  staffNumber!: string;

  @IsOptional()
  @IsString()
  next?: string;
}
