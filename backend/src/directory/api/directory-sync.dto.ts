import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength, Min } from 'class-validator';

const asBoolean = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

export class ImportQueryDto {
  /** name of the file, for the history */
  @IsNotEmpty()
  @IsString()
  @MaxLength(120)
  name!: string;

  /** whoever is missing in the file has left */
  @Transform(asBoolean)
  @IsBoolean()
  complete!: boolean;

  @Transform(asBoolean)
  @IsBoolean()
  dryRun!: boolean;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  confirmedLeavers?: number;
}

export class DirectoryUnitsDto {
  @IsOptional()
  @IsString()
  @MaxLength(60)
  q?: string;

  @IsOptional()
  @IsUUID()
  campus?: string;

  @IsOptional()
  @IsIn(['active', 'closed'])
  state?: 'active' | 'closed';
}

export class DirectoryStaffDto {
  @IsOptional()
  @IsString()
  @MaxLength(60)
  q?: string;

  @IsOptional()
  @IsUUID()
  unit?: string;

  @IsOptional()
  @IsIn(['active', 'left', 'leader'])
  state?: 'active' | 'left' | 'leader';

  @IsOptional()
  @IsString()
  @MaxLength(60)
  after?: string;

  /** the page size is fixed; taken so that all lists can be asked alike */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  limit?: number;
}

export class LeaderDto {
  @IsBoolean()
  leader!: boolean;
}

export class TemplateDto {
  @IsIn(['unit', 'staff'])
  part!: 'unit' | 'staff';

  @IsIn(['csv', 'xlsx'])
  form!: 'csv' | 'xlsx';
}

export class SyncNowDto {
  @IsBoolean()
  dryRun!: boolean;

  @IsOptional()
  @IsInt()
  @Min(0)
  confirmedLeavers?: number;
}
