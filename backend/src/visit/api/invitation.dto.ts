import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { type InvitationKind, type MakeInvitationInput } from '@gatehouse/contract';
import { IsInstant } from '../../platform/http/instants.js';
import { PeriodDto } from './period.dto.js';

export class MakeInvitationDto implements MakeInvitationInput {
  @IsIn(['personal', 'group'])
  kind!: InvitationKind;

  @IsInt()
  @Min(1)
  @Max(200)
  people!: number;

  @IsOptional()
  @ValidateNested()
  @Type(() => PeriodDto)
  period?: PeriodDto;

  @IsOptional()
  @IsNotEmpty()
  @IsString()
  @MaxLength(40)
  purpose?: string;

  @IsBoolean()
  preApproved!: boolean;

  @IsOptional()
  @IsNotEmpty()
  @IsString()
  @MaxLength(20)
  mobile?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  note?: string;

  @IsInstant()
  expiresAt!: string;
}

const asBoolean = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

export class GuestListQueryDto {
  /** false = only say what would come of it */
  @Transform(asBoolean)
  @IsBoolean()
  apply!: boolean;

  @Transform(asBoolean)
  @IsBoolean()
  preApproved!: boolean;
}

export class SheetFormDto {
  @IsIn(['csv', 'xlsx'])
  form!: 'csv' | 'xlsx';
}
