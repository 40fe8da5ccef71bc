import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import {
  type AnswerStayInput,
  type MoveEndInput,
  type MyVisitFilter,
  type MyVisitsWhen,
  type RevokeVisitInput,
} from '@gatehouse/contract';
import { IsInstant } from '../../platform/http/instants.js';

export class MyVisitFilterDto implements MyVisitFilter {
  @IsOptional()
  @IsIn(['today', 'running', 'coming', 'past'])
  when: MyVisitsWhen = 'today';

  @IsOptional()
  @IsString()
  @MaxLength(200)
  after?: string;
}

export class RevokeVisitDto implements RevokeVisitInput {
  @IsNotEmpty()
  @IsString()
  @MaxLength(200)
  reason!: string;
}

export class MoveEndDto implements MoveEndInput {
  @IsInstant()
  until!: string;
}

export class AnswerStayDto implements AnswerStayInput {
  @IsIn(['left', 'unknown'])
  answer!: 'left' | 'unknown';
}
