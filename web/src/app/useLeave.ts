import { useSignOut } from '@/api/session';
import { useConfirm } from '@/ui/ConfirmProvider';
import { showFailure } from '@/ui/notices';

/** The ways out: of this browser, and of all of them after asking. */
export function useLeave() {
  const signOut = useSignOut();
  const confirm = useConfirm();
  const leave = (everywhere: boolean) => signOut.mutate(everywhere, { onError: showFailure });
  return {
    isPending: signOut.isPending,
    leave: () => leave(false),
    leaveEverywhere: async () => {
      const yes = await confirm({
        title: 'Sign out everywhere?',
        text: 'All browsers and devices where you are signed in have to sign in again. API keys go on working.',
        confirm: 'Sign out everywhere',
      });
      if (yes) {
        leave(true);
      }
    },
  };
}
