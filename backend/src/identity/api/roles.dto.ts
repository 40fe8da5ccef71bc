import { IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { type AppointInput, type EndGrantInput, type Role } from '@gatehouse/contract';

const GRANTED = ['security-office', 'security-admin', 'system-admin', 'auditor'] as const;

export class GrantsFilterDto {
  @IsOptional()
  @IsString()
  @MaxLength(60)
  q?: string;

  @IsOptional()
  @IsIn(GRANTED)
  role?: Role;

  @IsOptional()
  @IsIn(['held', 'ended'])
  state?: 'held' | 'ended';
}

export class CandidatesDto {
  @IsString()
  @MinLength(2)
  @MaxLength(60)
  q!: string;
}

export class AppointDto implements AppointInput {
  @IsUUID()
  staffId!: string;

  @IsIn(GRANTED)
  role!: Role;

  @IsOptional()
  @IsUUID()
  campusId?: string;

  @IsOptional()
  @IsUUID()
  unitId?: string;

  @IsNotEmpty()
  @MaxLength(200)
  reason!: string;
}

export class EndGrantDto implements EndGrantInput {
  @IsNotEmpty()
  @MaxLength(200)
  reason!: string;
}
