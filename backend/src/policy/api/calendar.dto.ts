import { type AddDaysInput, type EnterYearInput } from '@gatehouse/contract';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsUUID, Matches, Max, MaxLength, Min, ValidateIf } from 'class-validator';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class CalendarQueryDto {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number;
}

export class EnterYearDto implements EnterYearInput {
  @IsNotEmpty()
  @MaxLength(200)
  source!: string;

  @IsNotEmpty()
  @MaxLength(20_000)
  csv!: string;
}

export class AddDaysDto implements AddDaysInput {
  @Matches(DAY)
  from!: string;

  @Matches(DAY)
  until!: string;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  @ValidateIf(({ campusId }: AddDaysDto) => campusId !== null)
  @IsUUID()
  campusId!: string | null;

  @IsIn(['closed', 'own'])
  kind!: 'closed' | 'own';

  @IsNotEmpty()
  @MaxLength(40)
  name!: string;

  @IsOptional()
  @MaxLength(40)
  nameEn?: string;
}
