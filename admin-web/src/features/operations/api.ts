import { type IntegrationKey, type IntegrationRow, type IntegrationTest, type JobRow } from '@gatehouse/contract';
import { get, post } from '@/shared/http';

export const fetchJobs = () => get<JobRow[]>('/api/jobs');
export const startJob = (name: string) => post<JobRow>(`/api/jobs/${encodeURIComponent(name)}/runs`);
export const fetchIntegrations = () => get<IntegrationRow[]>('/api/integrations');
export const testIntegration = (key: IntegrationKey) => post<IntegrationTest>(`/api/integrations/${key}/tests`);
