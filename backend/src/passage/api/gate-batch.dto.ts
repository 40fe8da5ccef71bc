import { type BatchInput, type BatchItem, type CredentialKind, type Direction } from '@gatehouse/contract';
import { REASONS, type Reason } from '@gatehouse/contract/pass/reason';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsInstant } from '../../platform/http/instants.js';
import { CredentialDto } from './gate.dto.js';

export class JudgedOfflineDto {
  @IsIn(['admit', 'refuse'])
  verdict!: 'admit' | 'refuse';

  @IsIn(REASONS)
  reason!: Reason;

  /** version of the bundle it was judged on; null when the device had none */
  @IsOptional()
  @IsInt()
  bundleVersion!: number | null;

  @IsOptional()
  @IsInstant()
  bundleMadeAt!: string | null;
}

export class BatchItemDto implements BatchItem {
  /** names the scan: the one the verdict was asked with, also when the server may have judged it already */
  @Matches(/^[\w-]{8,64}$/)
  nonce!: string;

  @IsUUID()
  gate!: string;

  @IsIn(['entry', 'exit'] satisfies Direction[])
  direction!: Direction;

  @ValidateNested()
  @Type(() => CredentialDto)
  credential!: { kind: CredentialKind; value: string };

  /** when it was shown, by the device's clock */
  @IsInstant()
  at!: string;

  /** what the device said; null when only the outcome of the server's own verdict comes late */
  @IsOptional()
  @ValidateNested()
  @Type(() => JudgedOfflineDto)
  judged!: JudgedOfflineDto | null;

  /** `refused` also for scans that were turned away; `annulled` follows an `admitted` of the same nonce within 15 minutes */
  @IsIn(['admitted', 'refused', 'lapsed', 'annulled'])
  outcome!: BatchItem['outcome'];

  @IsInstant()
  outcomeAt!: string;

  /** who stood at the gate */
  @IsString()
  @MaxLength(40)
  by!: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  note?: string;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  plateSeen?: string;

  @IsOptional()
  @IsInt()
  companionsPresent?: number;
}

export class BatchDto implements BatchInput {
  /** the device's clock when it sends */
  @IsInstant()
  sentAt!: string;

  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => BatchItemDto)
  items!: BatchItemDto[];
}
