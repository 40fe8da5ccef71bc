import { IsIn, IsOptional, IsUUID } from 'class-validator';

export class DashboardQueryDto {
  @IsOptional()
  @IsUUID()
  campus?: string;

  /** `wall`: for a screen that anybody may look at */
  @IsOptional()
  @IsIn(['wall'])
  view?: 'wall';
}
