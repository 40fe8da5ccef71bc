import { camera } from './plate-camera-samples.js';
import { type RawAnswer, speak, speakAndHangUp } from './raw-http.js';

interface Seen {
  plate: string;
  /** ISO instant */
  at: string;
  plateId: number;
  isFake?: boolean;
  trigger?: number;
  /** stored while cut off; 2 = it opened from its own white list */
  stored?: { ctrlType: 0 | 2 };
}

/** A plate camera, written from the samples of its specification: what it sends, and what it does with an answer. */
export class PlateCameraEmulator {
  opened = 0;
  /** told to send its next stored record */
  asked: number[] = [];

  constructor(
    private readonly address: string,
    private readonly serial: string = camera.serial,
  ) {}

  async see(seen: Seen): Promise<RawAnswer> {
    const answer = await speak({ method: 'POST', url: this.address, type: 'application/json', body: this.push(seen) });
    if (answer.status === 200) this.obey(answer.body);
    return answer;
  }

  seeAndLoseConnection(seen: Seen): Promise<void> {
    return speakAndHangUp({ method: 'POST', url: this.address, type: 'application/json', body: this.push(seen) });
  }

  heartbeat(): Promise<RawAnswer> {
    const { heartbeat: body, heartbeatType: type } = camera;
    return speak({ method: 'POST', url: `${this.address}/heartbeat`, type, body });
  }

  /** `info: ok` switches the barrier's output for half a second; nothing else does. */
  private obey(body: string): void {
    const { Response_AlarmInfoPlate: said } = JSON.parse(body) as {
      Response_AlarmInfoPlate?: { info?: string; ContinuePushOffline?: { plateid: number; continue: number } };
    };
    if (said?.info === 'ok') this.opened += 1;
    if (said?.ContinuePushOffline?.continue === 1) this.asked.push(said.ContinuePushOffline.plateid);
  }

  private push({ plate, at, plateId, isFake = false, trigger = 1, stored }: Seen): string {
    const push = structuredClone(camera.recognition) as { AlarmInfoPlate: Record<string, unknown> };
    const { result } = push.AlarmInfoPlate as { result: { PlateResult: object } };
    push.AlarmInfoPlate.serialno = this.serial;
    Object.assign(result.PlateResult, {
      license: plate,
      plateid: plateId,
      is_fake_plate: isFake ? 1 : 0,
      triggerType: trigger,
      isoffline: stored ? 1 : 0,
      gioouts: [{ ionum: 0, ctrltype: stored ? stored.ctrlType : 1 }],
      timeStamp: { Timeval: { sec: Math.floor(Date.parse(at) / 1000), usec: 0 } },
    });
    return JSON.stringify(push);
  }
}
