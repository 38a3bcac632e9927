import { Anchor, Button, Card, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useId } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { useMe, useSignIn } from '@/api/session';
import { Brand } from '@/app/Brand';
import { FailureAlert } from '@/ui/FailureAlert';
import { returnPath } from './returnPath';
import classes from './SignInPage.module.css';

export function Component() {
  const me = useMe();
  const signIn = useSignIn();
  const [query] = useSearchParams();
  const heading = useId();
  const from = query.get('from');
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', password: '' },
    validate: {
      name: (name) => (name.trim() === '' ? 'Your name here, such as admin' : null),
      password: (password) => (password === '' ? 'Your password' : null),
    },
  });

  if (me.data) {
    return <Navigate to={returnPath(from)} replace />;
  }

  return (
    <main className={classes.page}>
      <title>Sign in · Clipyard</title>
      <div className={classes.column}>
        <Brand size={34} />
        <Card component="section" shadow="md" padding="xl" aria-labelledby={heading}>
          <form
            noValidate
            onSubmit={form.onSubmit(
              (values) => signIn.mutate(values),
              (faults) => form.getInputNode(Object.keys(faults)[0] ?? '')?.focus(),
            )}
          >
            <Stack>
              <div>
                <Title order={1} id={heading}>
                  Sign in
                </Title>
                <Text c="dimmed" size="sm" mt={4}>
                  {from === null
                    ? 'With the name and password that the first start printed, or that you were given.'
                    : 'Sign in to go on where you were.'}
                </Text>
              </div>
              <FailureAlert error={signIn.error} compact />
              <TextInput
                label="Name"
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                autoFocus
                key={form.key('name')}
                {...form.getInputProps('name')}
              />
              <PasswordInput
                label="Password"
                autoComplete="current-password"
                visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
                key={form.key('password')}
                {...form.getInputProps('password')}
              />
              <Button type="submit" size="md" fullWidth loading={signIn.isPending}>
                Sign in
              </Button>
            </Stack>
          </form>
        </Card>
        <Text size="sm" c="dimmed" ta="center">
          Programs use API keys: <Anchor href="/docs">how the interface works</Anchor>.
        </Text>
      </div>
    </main>
  );
}
