import { type MusterPrintInput, type MusterTickInput } from '@gatehouse/contract';
import { IsBoolean, IsInt, IsUUID, Max, Min } from 'class-validator';

export class MusterCampusDto {
  @IsUUID()
  campus!: string;
}

export class MusterPrintDto implements MusterPrintInput {
  @IsUUID()
  campus!: string;

  /** how many the sheet names */
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  people!: number;
}

export class MusterTickDto implements MusterTickInput {
  @IsUUID()
  campus!: string;

  @IsUUID()
  passId!: string;

  @IsBoolean()
  met!: boolean;
}
