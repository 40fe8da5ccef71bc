import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type LeaderChoice } from '@gatehouse/contract';
import { SignedIn, Staff, type StaffPrincipal } from '../../platform/http/access.js';
import { Hosts } from '../public.js';

@ApiTags('directory')
@Controller('staff')
export class StaffController {
  constructor(private readonly hosts: Hosts) {}

  /** Whom the signed-in host can hand a visit to. */
  @Get('leaders')
  @SignedIn()
  async leaders(@Staff() { id }: StaffPrincipal): Promise<LeaderChoice[]> {
    const staff = await this.hosts.withId(id);
    const leaders = staff ? await this.hosts.leadersFor(staff) : [];
    return leaders.map((leader) => ({
      id: leader.id,
      name: leader.name,
      title: leader.title,
      unitName: leader.unitName,
    }));
  }
}
