import { EXPORT_LISTS, type ExportList, type RequestExportInput } from '@gatehouse/contract';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsNotEmpty, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';

export class RequestExportDto implements RequestExportInput {
  @IsIn(EXPORT_LISTS)
  list!: ExportList;

  /** the filters as they stand in the address of the list */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  @IsObject()
  filter!: Record<string, string>;

  /** what the export is for; goes on its cover and into the audit */
  @IsNotEmpty()
  @IsString()
  @MaxLength(200)
  reason!: string;

  /** names and plates in full; needs person.reveal */
  @IsOptional()
  @IsBoolean()
  isFull = false;
}
