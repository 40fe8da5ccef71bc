import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import {
  HELD_KINDS,
  type HeldKind,
  type PlaceHoldInput,
  type ReleaseHoldInput,
  RETENTION_KINDS,
  type RetentionKind,
  type SetRetentionInput,
} from '@gatehouse/contract';

class TermDto {
  @IsIn(RETENTION_KINDS)
  kind!: RetentionKind;

  @IsInt()
  days!: number;
}

export class SetRetentionDto implements SetRetentionInput {
  @ArrayNotEmpty()
  @ArrayMaxSize(RETENTION_KINDS.length)
  @ValidateNested({ each: true })
  @Type(() => TermDto)
  changes!: TermDto[];

  @IsNotEmpty()
  @MaxLength(200)
  reason!: string;
}

export class PlaceHoldDto implements PlaceHoldInput {
  @IsIn(HELD_KINDS)
  kind!: HeldKind;

  @IsNotEmpty()
  @MaxLength(60)
  subject!: string;

  @IsNotEmpty()
  @MaxLength(500)
  reason!: string;
}

export class ReleaseHoldDto implements ReleaseHoldInput {
  @IsNotEmpty()
  @MaxLength(500)
  reason!: string;
}

export class HoldFilterDto {
  @IsOptional()
  @IsIn(['standing', 'released'])
  state?: 'standing' | 'released';
}
