import { Injectable } from '@nestjs/common';
import { type IntegrationKey } from '@gatehouse/contract';

/** How it goes with something outside of this system, as its context knows it. Codes only, never what was sent to whom. */
export interface IntegrationHealth {
  isConfigured: boolean;
  lastSuccessAt: Date | null;
  lastFailureAt: Date | null;
  lastError: string | null;
  /** what is behind: waiting messages, devices that are silent */
  behind: number;
}

export interface Integration {
  health(): Promise<IntegrationHealth>;
  /** Tries it out without doing anything to anybody. Throws when it does not work; absent = cannot be tried from here. */
  attempt?: () => Promise<void>;
}

/** Every context names here what it depends on outside. */
@Injectable()
export class Integrations {
  private readonly known = new Map<IntegrationKey, Integration>();

  add(key: IntegrationKey, integration: Integration): void {
    this.known.set(key, integration);
  }

  named(key: IntegrationKey): Integration | undefined {
    return this.known.get(key);
  }
}
