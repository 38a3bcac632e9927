import { Text } from '@mantine/core';
import type { PlanStepAnswer } from '@/api/schema';
import { Row, Rows } from '@/ui/Rows';
import { Section } from '@/ui/Section';
import { StepStateBadge } from './TaskBadges';

/** What the agent wants to do, and how far it is. */
export function Plan({ steps }: { steps: readonly PlanStepAnswer[] }) {
  const done = steps.filter((step) => step.status === 'completed').length;
  return (
    <Section
      title="Plan"
      aside={
        steps.length > 0 && (
          <Text size="sm" c="dimmed">
            {done} of {steps.length} done
          </Text>
        )
      }
    >
      {steps.length === 0 ? (
        <Text size="sm" c="dimmed">
          The agent has written no plan.
        </Text>
      ) : (
        <Rows label="Steps of the plan">
          {steps.map((step) => (
            <Row key={step.id} title={step.title} aside={<StepStateBadge state={step.status} />}>
              {step.description}
            </Row>
          ))}
        </Rows>
      )}
    </Section>
  );
}
