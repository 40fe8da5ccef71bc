import { type GateRow } from '@gatehouse/contract';
import { get } from '@/shared/http';

export const fetchGates = () => get<GateRow[]>('/api/gates');
