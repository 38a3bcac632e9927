import { Modal, Text } from '@mantine/core';
import { WebhookForm } from './WebhookForm';
import { useMakeWebhook } from './webhooksApi';

interface Made {
  id?: string;
  secret: string | null;
}

interface Props {
  opened: boolean;
  onClose: () => void;
  onMade: (made: Made) => void;
}

export function MakeWebhookModal({ opened, onClose, onMade }: Props) {
  const make = useMakeWebhook();
  return (
    <Modal opened={opened} onClose={onClose} size="lg" title={<Text fw={650}>A new webhook</Text>}>
      <WebhookForm
        submit="Add the webhook"
        error={make.error}
        isPending={make.isPending}
        onClose={onClose}
        onSubmit={({ url, events, description }) =>
          make.mutate(
            { url, events, description: description === '' ? null : description },
            { onSuccess: onMade },
          )
        }
      />
    </Modal>
  );
}
