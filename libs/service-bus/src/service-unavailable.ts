/** The asked service did not answer in time or could not reach its store. Worth another try after `retryAfter` seconds. */
export class ServiceUnavailable extends Error {
  override readonly name = 'ServiceUnavailable';
  readonly retryAfter = 5;
}
