/** Every error of our own says what to do next. */
abstract class AckwatchError extends Error {
  abstract readonly disposition: 'fix-configuration' | 'set-aside' | 'unknown' | 'retry';
}

/** A setting is missing or wrong; the message names it. Told once, at start. */
export class ConfigError extends AckwatchError {
  override readonly name = 'ConfigError';
  readonly disposition = 'fix-configuration';
}

/** The event is not of the shape its source promises; another try would read the same bytes. */
export class DecodeError extends AckwatchError {
  override readonly name = 'DecodeError';
  readonly disposition = 'set-aside';
}

/** A cloud API refused or did not answer. `code` is the vendor's (`Throttling.User`) or ours (`Timeout`, `Unreachable`). */
export class CloudError extends AckwatchError {
  override readonly name = 'CloudError';
  readonly disposition = 'unknown';
  readonly code: string;
  readonly status: number | undefined;
  constructor(code: string, message: string, options?: ErrorOptions & { status?: number | undefined }) {
    super(message, options);
    this.code = code;
    this.status = options?.status;
  }
}

/** The database did not take it: nothing durable was written, so the whole event may come again. */
export class StoreError extends AckwatchError {
  override readonly name = 'StoreError';
  readonly disposition = 'retry';
}

/** A channel did not take a message; the class decides what the outbox does next. */
export class ChannelError extends AckwatchError {
  override readonly name = 'ChannelError';
  readonly disposition = 'retry';
  readonly kind: 'retry-soon' | 'throttled' | 'stop-channel' | 'configuration' | 'too-long' | 'bug';
  /** The message was sent and nobody answered: it may have arrived all the same. */
  readonly unanswered: boolean;
  /** For so long the other side wants to be left alone; undefined: it did not say. */
  readonly restMs: number | undefined;
  constructor(
    kind: ChannelError['kind'],
    message: string,
    options?: ErrorOptions & { unanswered?: boolean; restMs?: number | undefined },
  ) {
    super(message, options);
    this.kind = kind;
    this.unanswered = options?.unanswered ?? false;
    this.restMs = options?.restMs;
  }
}
