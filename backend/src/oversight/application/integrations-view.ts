import { type IntegrationKey, type IntegrationRow, type IntegrationTest } from '@gatehouse/contract';

/** What this system depends on outside. */
export abstract class IntegrationsView {
  abstract rows(): Promise<IntegrationRow[]>;
  abstract mayTest(key: IntegrationKey): boolean;
  abstract test(key: IntegrationKey): Promise<IntegrationTest>;
}
