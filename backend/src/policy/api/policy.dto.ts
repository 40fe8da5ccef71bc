import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsDefined, IsIn, IsNotEmpty, MaxLength, ValidateNested } from 'class-validator';
import { DIAL_KEYS, type DialKey, type DialValue, type TurnDialsInput } from '@gatehouse/contract';
import { ApiProperty } from '@nestjs/swagger';

export class DialChangeDto {
  @IsIn(DIAL_KEYS)
  key!: DialKey;

  @ApiProperty({ oneOf: [{ type: 'boolean' }, { type: 'integer' }] })
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
