import { IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

export class UnitFilterDto {
  @IsOptional()
  @IsUUID()
  campus?: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  q?: string;
}

export class HostFilterDto {
  @IsUUID()
  unit!: string;

  @IsNotEmpty()
  @IsString()
  @MaxLength(60)
  q!: string;
}
