import { type UntypedServiceImplementation, status } from '@grpc/grpc-js';

type Call = { metadata: { get(name: string): unknown[] }; emit(event: 'error', error: object): boolean };
type Callback = (error: object) => void;
type Handler = (call: Call, callback?: Callback) => void;

/** The same calls, for those who bring these credentials (`user:secret`). */
export function demanding(
  credentials: string,
  calls: UntypedServiceImplementation,
): UntypedServiceImplementation {
  const wanted = `Basic ${Buffer.from(credentials).toString('base64')}`;
  const refusal = { code: status.UNAUTHENTICATED, details: 'unauthenticated' };
  const guarded = Object.entries(calls as unknown as Record<string, Handler>).map(([name, handle]) => {
    const guard: Handler = (call, callback) => {
      if (call.metadata.get('authorization')[0] === wanted) return handle(call, callback);
      return callback ? callback(refusal) : void call.emit('error', refusal);
    };
    return [name, guard];
  });
  return Object.fromEntries(guarded) as UntypedServiceImplementation;
}
