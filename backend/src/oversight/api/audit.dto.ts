import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { IsCampusDay } from '../../platform/http/instants.js';
import { type AuditFilter } from '../application/audit-trail.query.js';

export class AuditFilterDto implements AuditFilter {
  /** a whole action, actor name or subject id */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  action?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  actor?: string;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  subjectKind?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  subjectId?: string;

  /** first campus date */
  @IsOptional()
  @IsCampusDay()
  from?: string;

  /** last campus date */
  @IsOptional()
  @IsCampusDay()
  until?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

export class AuditExportQueryDto {
  /** sequence number of the first entry */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  from = 1;
}
