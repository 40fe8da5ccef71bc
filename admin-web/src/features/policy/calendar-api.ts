import { type AddDaysInput, type CalendarView, type EnterYearInput } from '@gatehouse/contract';
import { get, post, send } from '@/shared/http';

export const fetchCalendar = (year: number) => get<CalendarView>('/api/calendar', { year });
export const enterYear = async (year: number, body: EnterYearInput): Promise<CalendarView> =>
  (await (await send('PUT', `/api/calendar/years/${year}`, { body })).json()) as CalendarView;
export const addDays = (input: AddDaysInput) => post<CalendarView>('/api/calendar/days', input);
export const dropDay = (id: string) => send('DELETE', `/api/calendar/days/${id}`);
