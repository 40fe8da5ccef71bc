export { HoldPlaced, HoldReleased } from './domain/events.js';
