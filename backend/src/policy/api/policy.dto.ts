import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsDefined,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  Matches,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  DIAL_KEYS,
  type DialChange,
  type DialKey,
  type DialValue,
  type DryRunInput,
  type KeepDraftInput,
  type PublishPolicyInput,
  type ReturnToVersionInput,
  type TurnDialsInput,
  type WithdrawVersionInput,
} from '@gatehouse/contract';
import { ApiProperty } from '@nestjs/swagger';

export class DialChangeDto implements DialChange {
  @IsIn(DIAL_KEYS)
  key!: DialKey;

  @ApiProperty({
    oneOf: [{ type: 'boolean' }, { type: 'integer' }, { type: 'string' }, { type: 'array', items: { type: 'object' } }],
    nullable: true,
  })
  @ValidateIf(({ value }: DialChangeDto) => value !== null)
  @IsDefined()
  value!: DialValue;
}

export class TurnDialsDto implements TurnDialsInput {
  @ArrayMinSize(1)
  @ArrayMaxSize(DIAL_KEYS.length)
  @ValidateNested({ each: true })
  @Type(() => DialChangeDto)
  changes!: DialChangeDto[];

  @IsNotEmpty()
  @MaxLength(200)
  reason!: string;
}

export class KeepDraftDto implements KeepDraftInput {
  @IsInt()
  @Min(1)
  basedOn!: number;

  @ApiProperty({ type: 'integer', nullable: true })
  @ValidateIf(({ revision }: KeepDraftDto) => revision !== null)
  @IsInt()
  revision!: number | null;

  @ArrayMinSize(1)
  @ArrayMaxSize(DIAL_KEYS.length)
  @ValidateNested({ each: true })
  @Type(() => DialChangeDto)
  changes!: DialChangeDto[];
}

export class DropDraftDto {
  @IsInt()
  revision!: number;
}

export class PublishPolicyDto implements PublishPolicyInput {
  @IsInt()
  @Min(1)
  basedOn!: number;

  @IsInt()
  revision!: number;

  @IsNotEmpty()
  @MaxLength(200)
  reason!: string;

  @IsOptional()
  @IsISO8601()
  startsAt?: string;
}

export class ReturnToVersionDto implements ReturnToVersionInput {
  @IsInt()
  @Min(1)
  basedOn!: number;

  @IsNotEmpty()
  @MaxLength(200)
  reason!: string;
}

export class WithdrawVersionDto implements WithdrawVersionInput {
  @IsNotEmpty()
  @MaxLength(200)
  reason!: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class DryRunDto implements DryRunInput {
  @ArrayMinSize(1)
  @ArrayMaxSize(DIAL_KEYS.length)
  @ValidateNested({ each: true })
  @Type(() => DialChangeDto)
  changes!: DialChangeDto[];

  @Matches(DAY)
  from!: string;

  @Matches(DAY)
  until!: string;
}

export class DifferencesQueryDto {
  @Type(() => Number)
  @IsInt()
  was!: number;

  @Type(() => Number)
  @IsInt()
  now!: number;
}
