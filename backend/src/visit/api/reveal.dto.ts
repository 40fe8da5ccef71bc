import { Transform } from 'class-transformer';
import { ArrayMinSize, IsArray, IsIn, IsNotEmpty, IsString, MaxLength, MinLength } from 'class-validator';
import { type RevealedField, type RevealPersonInput } from '@gatehouse/contract';

export class RevealPersonDto implements RevealPersonInput {
  @IsArray()
  @ArrayMinSize(1)
  @IsIn(['document', 'mobile'], { each: true })
  fields!: RevealedField[];

  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @IsNotEmpty()
  @MinLength(4)
  @MaxLength(200)
  reason!: string;
}
