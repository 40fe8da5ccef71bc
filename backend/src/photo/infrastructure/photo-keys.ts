import { Injectable } from '@nestjs/common';
import { KeyedColumns } from '../../platform/crypto/keyed-columns.js';

/** Keys of uploads that nobody claimed yet are wrapped by the master key, for renewing it; claimed ones by their person's. */
@Injectable()
export class PhotoKeys {
  constructor(columns: KeyedColumns) {
    columns.addWrapped({
      table: 'photo',
      column: 'file_key',
      id: 'id',
      idType: 'uuid',
      where: 'claimed_at is null and erased_at is null',
      purposeOf: (id) => `photo:${id}`,
    });
  }
}
