import { Alert } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useStreamState } from '@/events/EventsProvider';

const patience = 4_000;

/** Says so when what is shown does not follow the server any more, but not for a hiccup. */
export function LiveNotice() {
  const interrupted = useStreamState() === 'interrupted';
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    if (!interrupted) {
      setIsLong(false);
      return;
    }

    const timer = setTimeout(() => setIsLong(true), patience);
    return () => clearTimeout(timer);
  }, [interrupted]);

  return (
    <div role="status">
      {isLong && (
        <Alert color="amber" mb="md" p="sm" icon={<IconPlugConnectedX aria-hidden size={20} />}>
          The connection to Clipyard is interrupted. What is shown may be old; it is renewed by itself as soon
          as the server answers again.
        </Alert>
      )}
    </div>
  );
}
