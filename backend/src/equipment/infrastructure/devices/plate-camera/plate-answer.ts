/** What a camera does with its answer: `ok` opens the barrier, everything else leaves it shut. */
export const opens = () => ({ Response_AlarmInfoPlate: { info: 'ok' } });

export const staysShut = () => ({ Response_AlarmInfoPlate: { info: 'no' } });

/** A stored record was taken over: never opens, and asks for the next one. */
export const nextStored = (plateid: number) => ({
  Response_AlarmInfoPlate: { info: 'no', ContinuePushOffline: { plateid, continue: 1 } },
});
