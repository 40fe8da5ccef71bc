import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type NoticeText, type NoticeVersion } from '@gatehouse/contract';
import { Public } from '../../platform/http/access.js';
import { noticeVersions, noticeWithVersion } from '../application/privacy-notice.js';

/** The privacy notices: every version that was ever shown stays readable. */
@ApiTags('booking')
@Controller('notices')
@Public()
export class NoticesController {
  @Get()
  list(): NoticeVersion[] {
    return noticeVersions();
  }

  @Get(':version')
  one(@Param('version') version: string): NoticeText {
    return noticeWithVersion(version);
  }
}
