import { Type } from 'class-transformer';
import { IsDefined, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { type DelegateInput } from '@gatehouse/contract';
import { IsInstant } from '../../platform/http/instants.js';

export class DelegationPeriodDto {
  @IsInstant()
  from!: string;

  @IsInstant()
  until!: string;
}

export class DelegateDto implements DelegateInput {
  @IsUUID()
  delegateId!: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => DelegationPeriodDto)
  period!: DelegationPeriodDto;

  @IsNotEmpty()
  @IsString()
  @MaxLength(200)
  reason!: string;
}

export class CandidateFilterDto {
  @IsOptional()
  @IsString()
  @MaxLength(30)
  q?: string;
}
