import { type BundleContent, type BundlePart } from '@gatehouse/contract';

/** What lies in a bundle beside its head: items by part, as the wire has them. */
export interface BundleItems extends Pick<BundleContent, BundlePart | 'counts' | 'version' | 'base' | 'kind'> {
  publishedAt: Date;
}

/** What gates carry for the time without network. */
export abstract class GateBundle {
  /** Brings what was published up to date, unless it just was, and answers everything after `since`. */
  abstract after(campusId: string, since: number | null): Promise<BundleItems>;
  /** The newest version, as published last. */
  abstract version(campusId: string): Promise<number>;
}
