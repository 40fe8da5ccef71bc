import { type PeriodValue, type WeeklyHours } from '@gatehouse/contract';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsInstant } from '../../platform/http/instants.js';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

export class WeeklyHoursDto implements WeeklyHours {
  /** 1 = Monday … 7 = Sunday */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(7)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  weekdays!: number[];

  /** campus time `HH:mm` */
  @Matches(TIME)
  from!: string;

  @Matches(TIME)
  until!: string;
}

export class PeriodDto implements PeriodValue {
  @IsInstant()
  from!: string;

  @IsInstant()
  until!: string;

  /** long-term: the days and hours within the period */
  @IsOptional()
  @ValidateNested()
  @Type(() => WeeklyHoursDto)
  weekly?: WeeklyHoursDto;
}
