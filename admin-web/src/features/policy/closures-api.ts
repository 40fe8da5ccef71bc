import { type ClosureInput, type ClosurePreview, type ClosureRow } from '@gatehouse/contract';
import { get, post } from '@/shared/http';

export const fetchClosures = () => get<ClosureRow[]>('/api/closures');
export const previewClosure = (input: Omit<ClosureInput, 'reason'>) =>
  post<ClosurePreview>('/api/closures/preview', input);
export const declareClosure = (input: ClosureInput) => post<ClosureRow[]>('/api/closures', input);
export const endClosure = (id: string) => post<ClosureRow[]>(`/api/closures/${id}/end`);
