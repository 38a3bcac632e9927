import type { Problem } from './schema';

/** What went wrong with a call, as the server's problem document tells it. Every call of the pages fails with one of these. */
export class Failure extends Error {
  override readonly name = 'Failure';
  /** The failure's name: `rate_limited`. */
  readonly code: string;
  /** The HTTP status; 0 when no answer came. */
  readonly status: number;
  /** What to do about it, most promising first. */
  readonly remedies: readonly string[];
  /** Seconds after which the same call may work; null when waiting does not help or nobody knows. */
  readonly retryAfter: number | null;
  /** By which the server's log names the call. */
  readonly requestId: string | null;

  constructor(problem: Pick<Problem, 'code' | 'detail' | 'remedies' | 'status'> & Partial<Problem>) {
    super(problem.detail);
    this.code = problem.code;
    this.status = problem.status;
    this.remedies = problem.remedies;
    this.retryAfter = problem.retry_after ?? null;
    this.requestId = problem.request_id ?? null;
  }

  /** What failed before any answer came: the server is stopped, or the network is gone. */
  static unreachable(): Failure {
    return new Failure({
      code: 'network_error',
      status: 0,
      detail: 'Clipyard does not answer.',
      remedies: ['Check that the server runs and that this device is online, then try again.'],
    });
  }

  /** Whatever was thrown, as a failure that can be shown. */
  static from(error: unknown): Failure {
    if (error instanceof Failure) {
      return error;
    }

    return new Failure({
      code: 'internal_error',
      status: 0,
      detail:
        error instanceof Error && error.message !== '' ? error.message : 'Something went wrong in this page.',
      remedies: ['Reload the page.'],
    });
  }

  /** The failure that an answer tells, also when something before Clipyard gave it. */
  static async read(response: Response): Promise<Failure> {
    const body: unknown = await response
      .clone()
      .json()
      .catch(() => null);
    return isProblem(body)
      ? new Failure(body)
      : new Failure({
          code: 'internal_error',
          status: response.status,
          detail: `The server answered with status ${response.status} and nothing that explains it.`,
          remedies: [
            'Try again.',
            'If it stays, look into the log of the server and of the proxy before it.',
          ],
        });
  }
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === 'object' &&
    body !== null &&
    'code' in body &&
    typeof body.code === 'string' &&
    'detail' in body &&
    typeof body.detail === 'string' &&
    'remedies' in body &&
    Array.isArray(body.remedies)
  );
}
