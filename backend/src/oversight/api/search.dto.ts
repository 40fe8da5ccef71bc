import { type SaveViewInput, VIEW_LISTS, type ViewList } from '@gatehouse/contract';
import { ArrayMaxSize, IsArray, IsIn, IsNotEmpty, IsObject, IsString, MaxLength } from 'class-validator';

export class SearchWordsDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  words!: string;
}

export class ViewListDto {
  @IsIn(VIEW_LISTS)
  list!: ViewList;
}

export class SaveViewDto extends ViewListDto implements SaveViewInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  name!: string;

  @IsObject()
  query!: Record<string, string>;

  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  columns!: string[];
}
