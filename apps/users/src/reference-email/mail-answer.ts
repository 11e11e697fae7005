/** Whether the mail server refused for good, or took, what was written to somebody; and when. */
export type MailAnswer = Readonly<{ refused: boolean; at: string }>;

/** A user of whose mail nothing is known: what was heard of was another address. */
export const withoutAnswer = <State extends Readonly<{ mailAnswer?: MailAnswer }>>({
  mailAnswer: _mailAnswer,
  ...state
}: State): Omit<State, 'mailAnswer'> => state;
