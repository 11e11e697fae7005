/** Sends mails beside the work that asked for them. */
export abstract class Dispatcher {
  /** Has a recorded mail sent as soon as a lane is free; returns at once and never throws. */
  abstract dispatch(mailId: string): void;
}
