import { unreachable, type Aggregate } from '#event-sourcing';
import type { SchoolEvent } from './school.events.js';

export type School =
  | Readonly<{ status: 'unknown' }>
  | Readonly<{
      status: 'registered';
      name: string;
      /** Whose number support calls back. */
      managerUserId: string;
      managerPhone: string | null;
      /** Null for the number the school was registered with. */
      phoneChangedAt: string | null;
      /** Ids of the active managers. Never more than there are, so that "not the last" can be trusted. */
      managers: readonly string[];
    }>;

const ofManager = (data: { managerUserId: string }) => `subject-${data.managerUserId}`;

/** A driving school, the tenant. It counts its active managers, so that it never loses the last one. */
export const school: Aggregate<School, SchoolEvent> = {
  category: 'school',
  initial: { status: 'unknown' },
  protects: {
    SchoolRegistered: { managerPhone: ofManager },
    ManagerPhoneChanged: { managerPhone: ofManager },
  },
  evolve: (state, event) => {
    if (event.type === 'SchoolRegistered') {
      const { name, managerUserId, managerPhone } = event.data;
      return { status: 'registered', name, managerUserId, managerPhone, phoneChangedAt: null, managers: [] };
    }
    if (state.status === 'unknown') return state;
    switch (event.type) {
      case 'ManagerPhoneChanged':
        return {
          ...state,
          managerUserId: event.data.managerUserId,
          managerPhone: event.data.managerPhone,
          phoneChangedAt: event.data.at ?? null,
        };
      case 'ManagerAdmitted':
        return { ...state, managers: [...state.managers, event.data.userId] };
      case 'ManagerWithdrawn':
        return { ...state, managers: state.managers.filter((id) => id !== event.data.userId) };
      default:
        return unreachable(event);
    }
  },
};
