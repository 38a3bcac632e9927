import { notifications } from '@mantine/notifications';
import { IconCheck, IconX } from '@tabler/icons-react';
import { Failure } from '@/api/failure';

/** Says for a moment that something worked. */
export function showDone(message: string): void {
  notifications.show({ message, color: 'pine', icon: <IconCheck aria-hidden size={18} />, role: 'status' });
}

/** Says that something failed, where there is no better place on the page: what, and what helps. */
export function showFailure(error: unknown): void {
  const failure = Failure.from(error);
  notifications.show({
    title: failure.message,
    message: failure.remedies[0],
    color: 'clay',
    icon: <IconX aria-hidden size={18} />,
    autoClose: 12_000,
    role: 'alert',
  });
}
