import { EQUIPMENT_VENDORS, type EquipmentVendor, type Lane } from '@gatehouse/contract';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';

export class LaneDto {
  @IsInt()
  @Min(1)
  @Max(16)
  door!: number;

  @IsUUID()
  gateId!: string;

  @IsIn(['entry', 'exit', 'both'] satisfies Lane['direction'][])
  direction!: Lane['direction'];
}

export class AddEquipmentDto {
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  name!: string;

  @IsUUID()
  campusId!: string;

  @IsIn(EQUIPMENT_VENDORS)
  vendor!: EquipmentVendor;

  @Matches(/^[\w.-]{3,64}$/)
  serial!: string;

  @ArrayMinSize(1)
  @ArrayMaxSize(16)
  @ArrayUnique(({ door }: LaneDto) => door)
  @ValidateNested({ each: true })
  @Type(() => LaneDto)
  lanes!: LaneDto[];

  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(50, { each: true })
  networks!: string[];

  @IsOptional()
  @IsBoolean()
  faces?: boolean;

  @IsOptional()
  @MaxLength(200)
  @IsUrl({
    protocols: ['http', 'https'],
    require_protocol: true,
    require_tld: false,
    disallow_auth: true,
    allow_fragments: false,
    allow_query_components: false,
  })
  @Matches(/^https?:\/\/[^/]+\/?$/)
  address?: string;

  @IsOptional()
  @IsString()
  @MaxLength(64)
  user?: string;

  @IsOptional()
  @IsString()
  @MaxLength(128)
  password?: string;
}
