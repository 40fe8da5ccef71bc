import { type ServerReport, serve } from './messages.js';
import { beginProfile, endProfile } from './profile.js';

/** Lets the bench ask a server process about itself. */
export function reportOnRequest(): void {
  let before = process.cpuUsage();
  serve<{ what: 'begin' | 'begin-profile' | 'end' }>(async ({ what }) => {
    if (what === 'begin-profile') await beginProfile();
    if (what !== 'end') before = process.cpuUsage();
    const { user, system } = process.cpuUsage(before);
    const profile = what === 'end' ? await endProfile() : {};
    const report: ServerReport = {
      cpuMs: (user + system) / 1000,
      peakRssMb: process.resourceUsage().maxRSS / 1024,
      profile,
    };
    return report;
  });
}
