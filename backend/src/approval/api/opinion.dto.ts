import { IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { type CommonOpinionInput, type OpinionDraftInput, type OpinionKind } from '@gatehouse/contract';

export class OpinionTextDto {
  @IsNotEmpty()
  @IsString()
  @MaxLength(200)
  text!: string;
}

export class CommonOpinionDto extends OpinionTextDto implements CommonOpinionInput {
  @IsIn(['agree', 'refuse'])
  kind!: OpinionKind;
}

export class OpinionDraftDto implements OpinionDraftInput {
  @IsIn(['agree', 'refuse'])
  intent!: OpinionKind;

  @IsString()
  @MaxLength(500)
  opinion!: string;
}
