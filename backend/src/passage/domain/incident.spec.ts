import { describe, expect, it } from '@jest/globals';
import { takeEvents } from '../../kernel/aggregate-root.js';
import { Incident } from './incident.js';

const now = new Date('2026-11-23T01:00:00Z');
const anIncident = () =>
  Incident.find(
    { id: 'i', campusId: 'c', kind: 'double-passage', passId: 'p', visitId: 'v', passageIds: ['a', 'b'] },
    now,
  );

describe('an incident', () => {
  it('is found with the passages it is about', () => {
    expect(takeEvents(anIncident())).toMatchObject([{ type: 'incident.found', passageIds: ['a', 'b'] }]);
  });

  it('takes more of the same story, each passage once', () => {
    const incident = anIncident();
    takeEvents(incident);
    incident.take(['b', 'c'], now);
    incident.take(['c'], now);
    expect(takeEvents(incident)).toMatchObject([{ type: 'incident.grew', passageIds: ['c'] }]);
  });

  it('is closed once, with a finding and a name', () => {
    const incident = anIncident();
    takeEvents(incident);
    incident.close('shared-pass', '截图转发', { id: 's', name: '赵强' }, now);
    expect(takeEvents(incident)).toMatchObject([{ type: 'incident.closed', finding: 'shared-pass' }]);
    expect(() => incident.close('harmless', '', { id: 's', name: '赵强' }, now)).toThrow('incident.closed');
  });
});
