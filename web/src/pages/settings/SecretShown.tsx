import { Alert, Code, Group, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { CopyButton } from '@/ui/CopyButton';
import classes from './SecretShown.module.css';

interface Props {
  title: string;
  secret: string;
  /** What is copied, as a verb: "Copy the key". */
  copy: string;
  /** What to do with it. */
  children: ReactNode;
}

/** A secret that is shown this once. */
export function SecretShown({ title, secret, copy, children }: Props) {
  return (
    <Alert color="pine" role="status" icon={<IconKey aria-hidden size={20} />} title={title}>
      <Text size="sm">{children}</Text>
      <Group gap="xs" mt="sm">
        <Code className={classes.secret} data-secret>
          {secret}
        </Code>
        <CopyButton value={secret} label={copy} />
      </Group>
    </Alert>
  );
}
