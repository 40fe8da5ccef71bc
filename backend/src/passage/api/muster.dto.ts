import { IsUUID } from 'class-validator';

export class MusterCampusDto {
  @IsUUID()
  campus!: string;
}
