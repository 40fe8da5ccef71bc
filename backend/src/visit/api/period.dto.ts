import { type PeriodValue } from '@gatehouse/contract';
import { IsInstant } from '../../platform/http/instants.js';

export class PeriodDto implements PeriodValue {
  @IsInstant()
  from!: string;

  @IsInstant()
  until!: string;
}
