import { type OfficeDepartureInput, type OverstayFilter, type ProlongInput, type StayStep } from '@gatehouse/contract';
import { STAY_STEPS } from '@gatehouse/contract/overstay';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { IsInstant } from '../../platform/http/instants.js';

export class OverstayFilterDto implements OverstayFilter {
  @IsOptional()
  @IsUUID()
  campus?: string;

  @IsOptional()
  @IsIn(STAY_STEPS)
  step?: StayStep;
}

export class ProlongDto implements ProlongInput {
  @IsInstant()
  until!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(200)
  reason!: string;
}

export class OfficeDepartureDto implements OfficeDepartureInput {
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  reason!: string;

  /** indexes of the party members; everybody without it */
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(999, { each: true })
  people?: number[];
}
