import { type DeliveryRow } from '@gatehouse/contract';
import { IsIn, IsOptional } from 'class-validator';

export class DeliveryFilterDto {
  @IsOptional()
  @IsIn(['waiting', 'done', 'stuck'])
  state?: DeliveryRow['state'];
}
