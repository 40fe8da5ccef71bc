export { DeviceRevoked, PassIssued, PassPhoneBound, PassRevoked } from './domain/events.js';
export { EntryAdmitted, EntryRefused, ExitRecorded } from './domain/passage-events.js';
export { IssuePasses } from './application/issue-passes.js';
export { passageConditions, type PassageScope } from './application/passage-filter.query.js';
export { OfferPairing } from './application/offer-pairing.js';
export { PairDevice } from './application/pair-device.js';
export { EnrolDevice } from './application/enrol-device.js';
export { type AskingDevice, GateDesk } from './application/gate-desk.js';
export { Heartbeats } from './application/heartbeats.js';
