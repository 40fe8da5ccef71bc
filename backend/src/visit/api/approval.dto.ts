import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { type AgreeInput, type AgreeToSeveralInput, type ApprovalFilter, type RefuseInput } from '@gatehouse/contract';
import { IsCampusDay } from '../../platform/http/instants.js';
import { PeriodDto } from './period.dto.js';

export class ApprovalFilterDto implements ApprovalFilter {
  @IsOptional()
  @IsIn(['todo', 'done', 'all'])
  state: 'todo' | 'done' | 'all' = 'todo';

  @IsOptional()
  @IsString()
  @MaxLength(60)
  q?: string;

  @IsOptional()
  @IsCampusDay()
  from?: string;

  @IsOptional()
  @IsCampusDay()
  until?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  after?: string;
}

export class AgreeDto implements AgreeInput {
  @IsOptional()
  @IsString()
  @MaxLength(500)
  opinion?: string;

  /** the visitor may read the opinion */
  @IsOptional()
  @IsBoolean()
  forVisitor?: boolean;

  /** the leader who decides next */
  @IsOptional()
  @IsUUID()
  leaderId?: string;

  /** less time than asked for, within it */
  @IsOptional()
  @ValidateNested()
  @Type(() => PeriodDto)
  period?: PeriodDto;
}

export class RefuseDto implements RefuseInput {
  @IsNotEmpty()
  @IsString()
  @MaxLength(500)
  opinion!: string;
}

export class AgreeToSeveralDto implements AgreeToSeveralInput {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  ids!: string[];

  @IsOptional()
  @IsString()
  @MaxLength(500)
  opinion?: string;
}
