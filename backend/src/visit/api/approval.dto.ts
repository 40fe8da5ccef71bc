import { IsDateString, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { type AgreeInput, type ApprovalFilter, type RefuseInput } from '@gatehouse/contract';

export class ApprovalFilterDto implements ApprovalFilter {
  @IsOptional()
  @IsIn(['todo', 'done', 'all'])
  state: 'todo' | 'done' | 'all' = 'todo';

  @IsOptional()
  @IsString()
  @MaxLength(60)
  q?: string;

  @IsOptional()
  @IsDateString({ strict: true })
  from?: string;

  @IsOptional()
  @IsDateString({ strict: true })
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

  /** the leader who decides next */
  @IsOptional()
  @IsUUID()
  leaderId?: string;
}

export class RefuseDto implements RefuseInput {
  @IsNotEmpty()
  @IsString()
  @MaxLength(500)
  opinion!: string;
}
