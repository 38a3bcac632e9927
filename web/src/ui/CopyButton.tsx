import { ActionIcon, Button, Tooltip, VisuallyHidden } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';

interface Props {
  value: string;
  /** What is copied, as a verb: "Copy the caption". */
  label: string;
  iconOnly?: boolean;
}

/** Puts a text on the clipboard and says that it is there. */
export function CopyButton({ value, label, iconOnly = false }: Props) {
  const clipboard = useClipboard({ timeout: 2000 });
  const Mark = clipboard.copied ? IconCheck : IconCopy;
  const copy = () => clipboard.copy(value);
  return (
    <>
      {iconOnly ? (
        <Tooltip label={clipboard.copied ? 'Copied' : label}>
          <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={copy}>
            <Mark aria-hidden size={18} />
          </ActionIcon>
        </Tooltip>
      ) : (
        <Button variant="default" size="xs" leftSection={<Mark aria-hidden size={16} />} onClick={copy}>
          {clipboard.copied ? 'Copied' : label}
        </Button>
      )}
      <VisuallyHidden role="status">{clipboard.copied ? 'Copied' : ''}</VisuallyHidden>
    </>
  );
}
