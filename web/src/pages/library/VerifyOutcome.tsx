import { Alert, List, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import type { VerifyReport } from '@/api/schema';
import { formatBytes, formatCount, plural } from '@/ui/format';
import classes from './Library.module.css';

const most = 20;

/** What came of reading kept files again. */
export function VerifyOutcome({ report }: { report: VerifyReport }) {
  const { checked, findings = [], findings_total = 0, notes_total = 0, erased = 0 } = report;
  const read = `${plural(checked?.files ?? 0, 'file')} (${formatBytes(checked?.bytes ?? 0)}) and ${plural(checked?.records ?? 0, 'record')} read again.`;
  if (report.success === true) {
    return (
      <Alert
        color="pine"
        mt="md"
        icon={<IconShieldCheck aria-hidden size={20} />}
        title="All is as it was kept"
      >
        <Text size="sm">
          {read}
          {erased > 0 && ` ${plural(erased, 'clip')} erased on purpose.`}
          {notes_total > 0 &&
            ` ${plural(notes_total, 'file')} in the store belong to no clip; the sweep takes them.`}
        </Text>
      </Alert>
    );
  }

  return (
    <Alert
      color="clay"
      mt="md"
      icon={<IconShieldX aria-hidden size={20} />}
      title={`${plural(findings_total, 'thing')} not as it was kept`}
    >
      <Text size="sm">{read}</Text>
      <List size="sm" mt={4} spacing={2} className={classes.long}>
        {findings.slice(0, most).map((finding) => (
          <List.Item key={`${finding.kind} ${finding.object ?? ''} ${finding.seq ?? ''} ${finding.message}`}>
            {finding.message}
          </List.Item>
        ))}
      </List>
      {findings_total > most && <Text size="sm">and {formatCount(findings_total - most)} more</Text>}
    </Alert>
  );
}
