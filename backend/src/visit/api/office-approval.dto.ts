import { Transform } from 'class-transformer';
import { IsBoolean, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { type OfficeDecisionInput, type OpenApprovalFilter } from '@gatehouse/contract';

export class OpenApprovalFilterDto implements OpenApprovalFilter {
  @IsOptional()
  @Transform(({ value }) => value === true || value === 'true')
  @IsBoolean()
  late?: boolean;
}

export class OfficeDecisionDto implements OfficeDecisionInput {
  @IsBoolean()
  agree!: boolean;

  @IsNotEmpty()
  @IsString()
  @MaxLength(500)
  reason!: string;
}
