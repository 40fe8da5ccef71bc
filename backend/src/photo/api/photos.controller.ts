import { Body, Controller, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { type PhotoKind, type UploadedPhoto } from '@gatehouse/contract';
import { IsIn } from 'class-validator';
import { DomainError } from '../../kernel/domain-error.js';
import { Public } from '../../platform/http/access.js';
import { UPLOAD_TYPES } from '../../platform/http/upload-bodies.js';
import { RateLimits } from '../../platform/http/rate-limits.js';
import { currentScope } from '../../platform/scope.js';
import { StorePhoto } from '../application/store-photo.js';

/** A form with ten faces, some of them taken again, from a campus network that hides many phones behind one address. */
const uploads = { name: 'photo-uploads', points: 120, seconds: 3600 };
const uploadsInARow = { name: 'photo-uploads-in-a-row', points: 30, seconds: 60 };

export class UploadQueryDto {
  @IsIn(['face', 'document'])
  kind!: PhotoKind;
}

@ApiTags('booking')
@Controller('photos')
export class PhotosController {
  constructor(
    private readonly commands: CommandBus,
    private readonly limits: RateLimits,
  ) {}

  /** Takes a file for the form being filled in; the answer's token claims it when the form is sent. */
  @Post()
  @Public()
  @ApiConsumes(...UPLOAD_TYPES)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async upload(@Query() { kind }: UploadQueryDto, @Body() body: unknown): Promise<UploadedPhoto> {
    const { address } = currentScope();
    await this.limits.spend(uploads, address);
    await this.limits.spend(uploadsInARow, address);
    if (!Buffer.isBuffer(body)) throw new DomainError('photo.wrong-type');
    return this.commands.execute(new StorePhoto(kind, body));
  }
}
