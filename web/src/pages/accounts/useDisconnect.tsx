import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '@/api/client';
import { accountsQuery } from '@/api/queries';
import { quotaQuery } from '@/api/quota';
import type { AccountAnswer } from '@/api/schema';
import { useConfirm } from '@/ui/ConfirmProvider';
import { plural } from '@/ui/format';
import { accountTitle } from '@/ui/names';
import { showDone, showFailure } from '@/ui/notices';

/** Disconnects an account after asking, with what that does to its posts. */
export function useDisconnect(account: AccountAnswer) {
  const queries = useQueryClient();
  const confirm = useConfirm();
  const name = accountTitle(account);
  const leave = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/tiktok/disconnect', { body: { account_id: account.account_id } })),
    onSuccess: ({ revoked }) => {
      showDone(
        revoked
          ? `${name} is disconnected.`
          : `${name} is disconnected here, but TikTok was not told. To end the access there: Settings, Security, Apps and services.`,
      );
      void queries.invalidateQueries({ queryKey: accountsQuery.queryKey });
      void queries.invalidateQueries({ queryKey: ['posts'] });
    },
    onError: showFailure,
  });
  const ask = async () => {
    const waiting = queries.getQueryData(quotaQuery(account.account_id).queryKey)?.waiting.length ?? 0;
    const yes = await confirm({
      title: `Disconnect ${name}?`,
      text: (
        <>
          {waiting > 0 ? `${plural(waiting, 'post')} to it ${waiting === 1 ? 'waits' : 'wait'} now. ` : ''}
          Posts to it that have not gone out yet fail, also those that wait for approval; they do not come
          back when the account is connected again. What TikTok has already received stays there. Clips and
          files here are not touched.
        </>
      ),
      confirm: 'Disconnect',
      dangerous: true,
    });
    if (yes) {
      leave.mutate();
    }
  };
  return { ask, isPending: leave.isPending };
}
