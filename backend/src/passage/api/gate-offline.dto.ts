import { Type } from 'class-transformer';
import { IsInt, IsOptional, Min } from 'class-validator';

export class BundleSinceDto {
  /** the version the device holds; left out for the whole */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  since?: number;
}
