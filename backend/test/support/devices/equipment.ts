import {
  type AddEquipmentInput,
  type EquipmentAdded,
  type EquipmentRow,
  type PersonOnDevice,
} from '@gatehouse/contract';
import { gates, people } from '../../../seeds/small-campus.js';
import { PeopleCourier } from '../../../src/equipment/infrastructure/people-courier.js';
import { PlanPeople } from '../../../src/equipment/application/plan-people.js';
import { CommandBus } from '@nestjs/cqrs';
import { type House } from '../house.js';
import { signInAs } from '../sign-in.js';

export type Added = EquipmentAdded & { status: number };

/** A device of the east gate, added by the security administrator as in the console. */
export async function addEquipment(house: House, change: Partial<AddEquipmentInput>): Promise<Added> {
  const cookie = await signInAs(house, people.sunLi.number);
  const input = {
    name: '东门设备',
    campusId: gates.eastMain.campus.id,
    lanes: [{ door: 1, gateId: gates.eastMain.id, direction: 'entry' }],
    networks: [],
    ...change,
  };
  const { status, body } = await house.post<EquipmentAdded>('/api/equipment', input, { cookie });
  return { ...body, status };
}

export async function equipmentRow(house: House, id: string): Promise<EquipmentRow | undefined> {
  const cookie = await signInAs(house, people.sunLi.number);
  return (await house.get<EquipmentRow[]>('/api/equipment', { cookie })).body.find((row) => row.id === id);
}

export async function peopleOn(house: House, id: string): Promise<PersonOnDevice[]> {
  const cookie = await signInAs(house, people.sunLi.number);
  return (await house.get<PersonOnDevice[]>(`/api/equipment/${id}/people`, { cookie })).body;
}

/** What the jobs of a minute do: work out who belongs where, and bring or remove. */
export async function bringPeople(house: House): Promise<void> {
  await house.settle();
  await house.app.get(CommandBus).execute(new PlanPeople());
  await house.app.get(PeopleCourier).deliver();
}

/** Passages as stored, oldest first. */
export async function passagesOf(house: House, deviceId: string) {
  const { rows } = await house.database.query<{
    at: Date; credential: string; verdict: string; reason: string; outcome: string; forced: boolean; direction: string; outcome_by: string | null;
  }>(
    `select at, credential, verdict, reason, outcome, forced, direction, outcome_by from passage
     where device_id = $1 order by at, learned_at, id`,
    [deviceId],
  ); // prettier-ignore
  return rows;
}
