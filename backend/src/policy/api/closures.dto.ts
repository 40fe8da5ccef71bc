import { type ClosureInput } from '@gatehouse/contract';
import { ApiProperty } from '@nestjs/swagger';
import { IsISO8601, IsNotEmpty, IsUUID, MaxLength, ValidateIf } from 'class-validator';

export class ClosurePeriodDto {
  @IsUUID()
  campusId!: string;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  @ValidateIf(({ gateId }: ClosurePeriodDto) => gateId !== null)
  @IsUUID()
  gateId!: string | null;

  @IsISO8601()
  begins!: string;

  @IsISO8601()
  ends!: string;
}

export class ClosureDto extends ClosurePeriodDto implements ClosureInput {
  @IsNotEmpty()
  @MaxLength(200)
  reason!: string;
}
