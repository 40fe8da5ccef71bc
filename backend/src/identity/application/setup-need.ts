import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/settings.js';
import { Administrators } from './administrators.js';

/** Whether nobody can administer this installation yet. A demo has its people; once somebody can, it stays so. */
@Injectable()
export class SetupNeed {
  private isDone = false;

  constructor(
    private readonly administrators: Administrators,
    private readonly settings: Settings,
  ) {}

  /** true once it is known; false says nothing */
  get isOver(): boolean {
    return this.isDone;
  }

  async isNeeded(): Promise<boolean> {
    this.isDone ||= this.settings.isDemo || (await this.administrators.count()) > 0;
    return !this.isDone;
  }
}
