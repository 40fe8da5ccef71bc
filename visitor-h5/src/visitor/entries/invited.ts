import { type InvitationView } from '@gatehouse/contract/invitation';
import { type Application } from '../apply/application.ts';

/** Puts what the host fixed into the form; everything else stays as it was typed. */
export function fixBy(application: Application, token: string, view: InvitationView): void {
  Object.assign(application, {
    invitation: { token, view },
    campusId: view.campus.id,
    unit: view.unit,
    host: { id: view.hostId, name: view.hostName },
    hostKept: true,
    ...(view.period && { period: view.period }),
    ...(view.purpose && { purpose: view.purpose }),
  });
}
