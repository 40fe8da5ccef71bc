import { IsOptional, IsString, MaxLength } from 'class-validator';

export class ToDoFeedDto {
  /** `next` of the page before */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  after?: string;
}
