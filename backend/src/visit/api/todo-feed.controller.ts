import { Controller, Get, Query } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { type ApprovalPage, type ToDoCount, type ToDoFeed } from '@gatehouse/contract';
import { Hosts } from '../../directory/public.js';
import { Client, ClientOnly, type ClientPrincipal } from '../../platform/http/access.js';
import { Settings } from '../../platform/settings.js';
import { MyApprovalsQuery } from '../application/my-approvals.query.js';
import { toDoItem } from '../application/todo-item.js';
import { ToDoFeedDto } from './todo-feed.dto.js';

const nothing: ApprovalPage = { items: [], next: null, todoCount: 0 };

/** The to-do of a member of staff, for the university's service hall. Signed as docs/integrations/todo-feed.md says. */
@ApiTags('integrations')
@ApiHeader({ name: 'Gatehouse-Signature', description: 'see docs/integrations/todo-feed.md' })
@Controller('feeds/todo')
export class ToDoFeedController {
  constructor(
    private readonly approvals: MyApprovalsQuery,
    private readonly hosts: Hosts,
    private readonly settings: Settings,
  ) {}

  /** How much waits. 0 for somebody the directory does not know, so that a hall never shows an error to its users. */
  @Get('count')
  @ClientOnly()
  async count(@Client() { staffNumber }: ClientPrincipal): Promise<ToDoCount> {
    return { count: (await this.toDoOf(staffNumber)).todoCount };
  }

  /** What waits, newest first, twenty at a time. */
  @Get()
  @ClientOnly()
  async list(@Client() { staffNumber }: ClientPrincipal, @Query() { after }: ToDoFeedDto): Promise<ToDoFeed> {
    const { items, next, todoCount } = await this.toDoOf(staffNumber, after);
    return { items: items.map((row) => toDoItem(row, this.settings.PUBLIC_URL)), next, count: todoCount };
  }

  private async toDoOf(staffNumber: string, after?: string): Promise<ApprovalPage> {
    const staff = await this.hosts.withNumber(staffNumber);
    if (!staff?.active) return nothing;
    return this.approvals.page(staff.id, { state: 'todo', ...(after && { after }) });
  }
}
