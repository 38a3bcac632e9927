import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { answer, api } from '@/api/client';
import { Failure } from '@/api/failure';
import { accountsQuery } from '@/api/queries';
import { showDone, showFailure } from '@/ui/notices';

/** Where to begin connecting an account, so that the browser comes back to this page. */
export function connectAddress(returnTo: string): string {
  return `/api/auth/tiktok?return_to=${encodeURIComponent(returnTo)}`;
}

/** Says how connecting an account ended, when the browser comes back from TikTok, and tidies the address. */
export function useConnectOutcome(): void {
  const [query, setQuery] = useSearchParams();
  const queries = useQueryClient();
  const outcome = query.get('tiktok');
  const code = query.get('code');
  const told = useRef<string | null>(null);

  useEffect(() => {
    if (outcome === null || told.current === outcome) {
      return;
    }

    told.current = outcome;
    if (outcome === 'connected') {
      showDone('The TikTok account is connected.');
      void queries.invalidateQueries({ queryKey: accountsQuery.queryKey });
    } else {
      void explain(code ?? 'internal_error').then(showFailure);
    }

    setQuery(
      (old) => {
        for (const name of ['tiktok', 'code', 'account_id']) {
          old.delete(name);
        }

        return old;
      },
      { replace: true },
    );
  }, [outcome, code, queries, setQuery]);
}

async function explain(code: string): Promise<Failure> {
  try {
    const problem = await answer(api.GET('/problems/{code}', { params: { path: { code } } }));
    return new Failure({ code, status: problem.status, detail: problem.title, remedies: [problem.remedy] });
  } catch (error) {
    return Failure.from(error);
  }
}
