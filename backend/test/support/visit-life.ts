import { type ApprovalDetail, type ApprovalPage, type OutboxMessage, type VisitorVisit } from '@gatehouse/contract';
import { people } from '../../seeds/small-campus.js';
import { applicantMobile } from './booking.js';
import { type Answer, type House } from './house.js';
import { signInAs, visitorSignIn } from './sign-in.js';

/** A visitor's phone and his host's, signed in. Every step takes a minute, so that histories have an order. */
export class Pair {
  private constructor(
    readonly house: House,
    readonly visitor: string,
    readonly host: string,
  ) {}

  static async of(house: House): Promise<Pair> {
    const visitor = await visitorSignIn(house, applicantMobile);
    return new Pair(house, visitor, await signInAs(house, people.wangJing.number));
  }

  /** The host signed in anew: sessions of staff do not last for hours without use. */
  async later(): Promise<Pair> {
    return new Pair(this.house, this.visitor, await signInAs(this.house, people.wangJing.number));
  }

  async see(visitId: string, cookie = this.visitor): Promise<VisitorVisit> {
    return (await this.house.get<VisitorVisit>(`/api/visitor/visits/${visitId}`, { cookie })).body;
  }

  do(visitId: string, what: string, body: unknown = {}, cookie = this.visitor): Promise<Answer<{ code?: string }>> {
    this.house.clock.forward(60);
    return this.house.post<{ code?: string }>(`/api/visitor/visits/${visitId}/${what}`, body, { cookie });
  }

  async todo(state = 'todo'): Promise<ApprovalPage> {
    return (await this.house.get<ApprovalPage>(`/api/approvals?state=${state}`, { cookie: this.host })).body;
  }

  /** The host's newest approval of a visit, whether of itself or of a longer stay. */
  async approvalOf(visitId: string, subject: 'visit' | 'extension' = 'visit'): Promise<string> {
    const { items } = await this.todo('all');
    return items.find((row) => row.visitId === visitId && row.subject === subject)?.id ?? '';
  }

  async decide(
    approvalId: string,
    what: string,
    body: unknown = {},
    cookie = this.host,
  ): Promise<Answer<{ code?: string }>> {
    this.house.clock.forward(60);
    return this.house.post<{ code?: string }>(`/api/approvals/${approvalId}/${what}`, body, { cookie });
  }

  async detail(approvalId: string): Promise<ApprovalDetail> {
    return (await this.house.get<ApprovalDetail>(`/api/approvals/${approvalId}`, { cookie: this.host })).body;
  }

  async message(template: string): Promise<string> {
    await this.house.settle();
    const { body } = await this.house.get<OutboxMessage[]>('/api/dev/outbox');
    return body.find((message) => message.template === template)?.text ?? '';
  }
}
