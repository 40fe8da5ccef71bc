import { type Report } from '@gatehouse/contract';
import { get } from '@/shared/http';

export const fetchReport = (kind: string, question: Record<string, string>) =>
  get<Report>(`/api/reports/${kind}`, question);
