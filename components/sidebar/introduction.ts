import type { Step } from '@/lib/meeting/plan';
import type { Room } from '@/lib/store/room';

/** The round of reports while nobody has promised anything yet: at a first meeting its time is for getting to know each other. */
export const isIntroduction = (room: Pick<Room, 'held' | 'contracts'>, step: Pick<Step, 'kind'>): boolean =>
  step.kind === 'reports' && room.held.length === 0 && room.contracts.length === 0;
