import { Injectable } from '@nestjs/common';

type Warning = () => Promise<string[]>;

/** What an operator should see to although the process can do its work. Contexts add what they watch. */
@Injectable()
export class Readiness {
  private readonly warnings: Warning[] = [];

  watch(warning: Warning): void {
    this.warnings.push(warning);
  }

  async all(): Promise<string[]> {
    return (await Promise.all(this.warnings.map((warning) => warning().catch(() => [])))).flat();
  }
}
