import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MasterKey } from '../../platform/crypto/master-key.js';
import { PersonVault } from '../../platform/crypto/person-vault.js';
import { open, seal } from '../../platform/crypto/sealed-box.js';
import { PhotoSeal, type SealedFile } from '../application/photo-seal.js';

const sha256 = (data: Uint8Array | string): Uint8Array => createHash('sha256').update(data).digest();

/** AES-256-GCM throughout; each box says which photo it belongs to. */
@Injectable()
export class VaultPhotoSeal extends PhotoSeal {
  constructor(
    private readonly master: MasterKey,
    private readonly vault: PersonVault,
  ) {
    super();
  }

  seal(photoId: string, plain: Uint8Array): SealedFile {
    const key = randomBytes(32);
    const bytes = seal(key, plain, `photo:${photoId}`);
    return { bytes, hash: sha256(bytes), fileKey: this.master.wrap(key, `photo:${photoId}`) };
  }

  async forPerson(photoId: string, fileKey: Uint8Array, personKeyId: string): Promise<Uint8Array> {
    const person = await this.vault.find(personKeyId);
    if (!person) throw new Error('the person of a photo has no key');
    return person.seal(this.master.unwrap(fileKey, `photo:${photoId}`), `photo:${photoId}`);
  }

  async open(
    { id, fileKey, personKeyId }: { id: string; fileKey: Uint8Array; personKeyId: string },
    sealed: Uint8Array,
  ): Promise<Uint8Array | null> {
    const person = await this.vault.find(personKeyId);
    return person && open(person.open(fileKey, `photo:${id}`), sealed, `photo:${id}`);
  }

  newToken(): string {
    return randomBytes(24).toString('base64url');
  }

  hashOf(token: string): Uint8Array {
    return sha256(token);
  }

  newName(): string {
    return randomBytes(16).toString('hex');
  }
}
