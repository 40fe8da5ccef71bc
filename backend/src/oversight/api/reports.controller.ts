import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Report,
  REPORT_COMPARISONS,
  REPORT_KINDS,
  type ReportComparison,
  type ReportKind,
} from '@gatehouse/contract';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { DomainError } from '../../kernel/domain-error.js';
import { Permission, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { IsCampusDay } from '../../platform/http/instants.js';
import { currentScope } from '../../platform/scope.js';
import { ReportQuery } from '../application/reports/report.query.js';

export class ReportQuestionDto {
  /** first campus date */
  @IsCampusDay()
  from!: string;

  /** last campus date */
  @IsCampusDay()
  until!: string;

  @IsOptional()
  @IsUUID()
  campus?: string;

  @IsOptional()
  @IsIn(REPORT_COMPARISONS)
  compare?: ReportComparison;
}

@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(private readonly reports: ReportQuery) {}

  /** A ready-made report of some days, within one's bounds. */
  @Get(':kind')
  @Permission('dashboard.read')
  one(
    @Param('kind') kind: string,
    @Query() question: ReportQuestionDto,
    @Staff() { campusIds, unitIds }: StaffPrincipal,
  ): Promise<Report> {
    if (!isKind(kind)) throw new DomainError('request.not-found');
    return this.reports.of(kind, question, { campusIds, unitIds }, currentScope().locale);
  }
}

const isKind = (kind: string): kind is ReportKind => REPORT_KINDS.some((known) => known === kind);
