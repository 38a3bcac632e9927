import type { Failure } from '@clipyard/client/failure';

interface Props {
  failure: Failure | null;
  onRetry?: (() => void) | undefined;
}

/** What went wrong and what helps, in the server's words. */
export function FailureNote({ failure, onRetry }: Props) {
  return failure === null ? null : (
    <div role="alert" className="clipyard-failure">
      <p>
        <strong>{failure.message}</strong> {failure.remedies[0]}
      </p>
      {onRetry !== undefined && (
        <button type="button" className="clipyard-button" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}
