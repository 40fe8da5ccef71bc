import { Injectable } from '@nestjs/common';
import { type RetentionKind } from '@gatehouse/contract';
import { type KeptKind } from './kept-kind.js';
import { keptTogether } from './kept-together.js';

/** Every context names here what it keeps of people and how that ends. */
@Injectable()
export class KeptKinds {
  private readonly kinds = new Map<RetentionKind, KeptKind[]>();

  /** Called while modules are built. One name may be that of several tables. */
  add(name: RetentionKind, kind: KeptKind): void {
    this.kinds.set(name, [...(this.kinds.get(name) ?? []), kind]);
  }

  named(name: RetentionKind): KeptKind | undefined {
    const kinds = this.kinds.get(name);
    return kinds && keptTogether(kinds);
  }
}
