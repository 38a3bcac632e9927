import { Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { ChangePasswordRequest } from '@/api/schema';
import { FailureAlert } from '@/ui/FailureAlert';
import { showDone } from '@/ui/notices';

const toggle = { 'aria-label': 'Show the password' };

/** Changes the password of whoever is signed in. */
export function PasswordForm() {
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { current: '', next: '', again: '' },
    validate: {
      current: (current) => (current === '' ? 'The password you signed in with' : null),
      next: (next) => (next === '' ? 'The new password' : null),
      again: (again, { next }) => (again === next ? null : 'Not the same as the new password'),
    },
  });
  const change = useMutation({
    mutationFn: async (body: ChangePasswordRequest) => {
      await api.POST('/api/me/password', { body });
    },
    onSuccess: () => {
      form.reset();
      showDone('The password is changed. Other browsers are signed out.');
    },
  });

  return (
    <form
      noValidate
      onSubmit={form.onSubmit(
        ({ current, next }) => change.mutate({ current, new: next }),
        (faults) => form.getInputNode(Object.keys(faults)[0] ?? '')?.focus(),
      )}
    >
      <Stack maw={420}>
        <FailureAlert error={change.error} compact />
        <PasswordInput
          label="Present password"
          autoComplete="current-password"
          visibilityToggleButtonProps={toggle}
          key={form.key('current')}
          {...form.getInputProps('current')}
        />
        <PasswordInput
          label="New password"
          description="Changing it signs you out in all other browsers."
          autoComplete="new-password"
          visibilityToggleButtonProps={toggle}
          key={form.key('next')}
          {...form.getInputProps('next')}
        />
        <PasswordInput
          label="New password again"
          autoComplete="new-password"
          visibilityToggleButtonProps={toggle}
          key={form.key('again')}
          {...form.getInputProps('again')}
        />
        <div>
          <Button type="submit" loading={change.isPending}>
            Change the password
          </Button>
        </div>
      </Stack>
    </form>
  );
}
