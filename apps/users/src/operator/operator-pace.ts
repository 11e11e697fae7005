import { unreachable, type Aggregate } from '#event-sourcing';
import type { OperatorPaceEvent, Pace } from './operator-pace.events.js';

const still: Pace = { open: [], reveal: [], approve: [] };

/** How much an operator has done within a day: `operator-pace-<user id>`. Each event repeats the whole, so that the last one settles it. */
export const operatorPace: Aggregate<Pace, OperatorPaceEvent> = {
  category: 'operator-pace',
  initial: still,
  evolve: (_, event) => {
    switch (event.type) {
      case 'OperatorActCounted':
      case 'OperatorPaceAlarmed':
        return event.data.pace;
      default:
        return unreachable(event);
    }
  },
  settledBy: ['OperatorActCounted', 'OperatorPaceAlarmed'],
};
