import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { DirectorySyncs } from '../application/directory-syncs.js';
import { type DirectorySync } from '../domain/directory-sync.js';

@Injectable()
export class MikroDirectorySyncs extends DirectorySyncs {
  constructor(private readonly em: EntityManager) {
    super();
  }

  add(sync: DirectorySync): void {
    this.em.persist(sync);
  }
}
