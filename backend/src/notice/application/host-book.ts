import { type HostMessages } from '@gatehouse/contract';

/** What hosts want to be told, and what they were told. */
export abstract class HostBook {
  /** Everything, unless the host chose otherwise. */
  abstract wishesOf(staffId: string): Promise<HostMessages>;
  abstract keepWishes(staffId: string, wishes: HostMessages): Promise<void>;
  /** Notes that this of a visit is told now; false when it was told before. */
  abstract isNews(visitId: string, what: string): Promise<boolean>;
}
