import { unreachable } from '#event-sourcing';
import type { UserEvent } from '../user/user.events.js';
import { amended, applied, begun, removed, vetoed, type EmailHistory } from './email-history.js';

type AddressEvent = Extract<
  UserEvent,
  {
    type:
      | 'ReferenceEmailChangeRequested'
      | 'NewAddressConfirmed'
      | 'OldAddressAccepted'
      | 'ReferenceEmailChanged'
      | 'ReferenceEmailRemoved'
      | 'ReferenceEmailChangeVetoed'
      | 'ReferenceEmailChangeCancelled';
  }
>;

/** The part of a user's state that concerns their addresses, after one more event. */
export const evolveAddresses = (state: EmailHistory, event: AddressEvent): EmailHistory => {
  switch (event.type) {
    case 'ReferenceEmailChangeRequested':
      return begun(state, {
        ...requested(event.data),
        before: state.addresses,
        newConfirmed: false,
        oldAccepted: false,
        stage: 'pending',
        inForceSince: null,
      });
    case 'NewAddressConfirmed':
      return amended(state, event.data.changeId, { newConfirmed: true });
    case 'OldAddressAccepted':
      return amended(state, event.data.changeId, { oldAccepted: true });
    case 'ReferenceEmailChanged':
      return applied(state, event.data.changeId, event.data.at);
    case 'ReferenceEmailRemoved':
      return removed(state, event.data);
    case 'ReferenceEmailChangeVetoed':
      return vetoed(state, event.data.changeId);
    case 'ReferenceEmailChangeCancelled':
      return amended(state, event.data.changeId, { stage: 'cancelled' });
    default:
      return unreachable(event);
  }
};

const requested = ({
  schoolId: _,
  ...asked
}: Extract<AddressEvent, { type: 'ReferenceEmailChangeRequested' }>['data']) => asked;
