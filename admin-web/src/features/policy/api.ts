import { type PolicyView, type TurnDialsInput } from '@gatehouse/contract';
import { get, post } from '@/shared/http';

export const fetchPolicy = () => get<PolicyView>('/api/policy');
export const turnDials = (input: TurnDialsInput) => post<PolicyView>('/api/policy', input);
