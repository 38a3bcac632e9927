import { Group, NativeSelect, ScrollArea, Spoiler, Text } from '@mantine/core';
import { useState } from 'react';
import type { LogStatus, TaskLogAnswer } from '@/api/schema';
import { CodeBlock } from '@/ui/CodeBlock';
import { plural } from '@/ui/format';
import { Row, Rows } from '@/ui/Rows';
import { Section } from '@/ui/Section';
import { LocalTime } from '@/ui/Times';
import { LogStatusBadge, logStatuses } from './TaskBadges';

/** As many lines as the server gives with a task; of a longer log the newest. */
const most = 1000;

/** What the agent did, newest first; grows while it works. */
export function Log({ lines }: { lines: readonly TaskLogAnswer[] }) {
  const [status, setStatus] = useState<LogStatus | ''>('');
  const shown = lines
    .map((line, place) => ({ line, place }))
    .filter(({ line }) => status === '' || line.status === status)
    .toReversed();
  return (
    <Section
      title="Log"
      aside={
        <NativeSelect
          size="xs"
          aria-label="Which lines"
          value={status}
          onChange={(event) => setStatus(event.currentTarget.value as LogStatus | '')}
          data={[{ value: '', label: 'All' }, ...logStatuses]}
        />
      }
    >
      <Text size="sm" c="dimmed" role="status" mb="xs">
        {lines.length === 0
          ? 'The agent has written nothing yet; its lines appear here at once.'
          : `${plural(shown.length, 'line')}${lines.length >= most ? ' among the newest 1,000' : ''}`}
      </Text>
      {shown.length > 0 && (
        <ScrollArea.Autosize
          mah={560}
          viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': 'Lines of the log' }}
        >
          <Rows>
            {shown.map(({ line, place }) => (
              <Line key={place} line={line} />
            ))}
          </Rows>
        </ScrollArea.Autosize>
      )}
    </Section>
  );
}

function Line({ line }: { line: TaskLogAnswer }) {
  return (
    <Row
      title={
        <Group gap="xs">
          <span>{line.action}</span>
          <LogStatusBadge status={line.status} />
        </Group>
      }
    >
      {line.agent_name}, <LocalTime at={line.timestamp} />
      {line.message !== null && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          {line.message}
        </Text>
      )}
      {line.details != null && (
        <Spoiler maxHeight={110} showLabel="Show all details" hideLabel="Show less" mt={4}>
          <CodeBlock>{JSON.stringify(line.details, null, 2)}</CodeBlock>
        </Spoiler>
      )}
    </Row>
  );
}
