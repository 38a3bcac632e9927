import { Button, Group, Modal, Text } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';

interface Question {
  /** "Remove this student?" */
  title: string;
  /** What happens, and whether it can be undone. */
  text: ReactNode;
  /** The verb on the button: "Remove". */
  confirm: string;
  /** Red, for what cannot be undone. */
  dangerous?: boolean;
}

type Ask = (question: Question) => Promise<boolean>;

const ConfirmContext = createContext<Ask>(() => Promise.resolve(false));

/** `const confirm = useConfirm(); if (await confirm({ ... })) ...` */
export function useConfirm(): Ask {
  return useContext(ConfirmContext);
}

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const [question, setQuestion] = useState<Question | null>(null);
  const [opened, setOpened] = useState(false);
  const settle = useRef<(yes: boolean) => void>(() => undefined);

  const ask = useCallback<Ask>((asked) => {
    setQuestion(asked);
    setOpened(true);
    return new Promise((resolve) => {
      settle.current = resolve;
    });
  }, []);
  const end = (yes: boolean) => {
    setOpened(false);
    settle.current(yes);
  };

  return (
    <ConfirmContext value={ask}>
      {children}
      <Modal opened={opened} onClose={() => end(false)} title={<Text fw={650}>{question?.title}</Text>}>
        <Text size="sm">{question?.text}</Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={() => end(false)} data-autofocus>
            Go back
          </Button>
          <Button color={question?.dangerous === true ? 'clay.6' : 'pine'} onClick={() => end(true)}>
            {question?.confirm}
          </Button>
        </Group>
      </Modal>
    </ConfirmContext>
  );
}
