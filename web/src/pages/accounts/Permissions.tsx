import { Group, Text, Title } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { AccountAnswer } from '@/api/schema';
import classes from './Permissions.module.css';
import { scopeTitle } from './words';

/** What the person granted, and what each missing permission disables. */
export function Permissions({ account }: { account: AccountAnswer }) {
  return (
    <div>
      <Title order={3} mb="xs">
        Permissions
      </Title>
      <ul className={classes.list}>
        {account.scopes.map((scope) => (
          <li key={scope}>
            <Group gap="xs" wrap="nowrap" align="flex-start">
              <IconCheck className={classes.granted} size={18} aria-label="Granted" role="img" />
              <Text size="sm">
                {scopeTitle(scope)}{' '}
                <Text span size="xs" c="dimmed">
                  {scope}
                </Text>
              </Text>
            </Group>
          </li>
        ))}
        {account.missing_scopes.map((missing) => (
          <li key={missing.scope}>
            <Group gap="xs" wrap="nowrap" align="flex-start">
              <IconX className={classes.missing} size={18} aria-label="Not granted" role="img" />
              <div>
                <Text size="sm">
                  {scopeTitle(missing.scope)}{' '}
                  <Text span size="xs" c="dimmed">
                    {missing.scope}
                  </Text>
                </Text>
                <Text size="sm" c="dimmed">
                  {missing.disables} Reconnect and agree to it to change that.
                </Text>
              </div>
            </Group>
          </li>
        ))}
      </ul>
    </div>
  );
}
