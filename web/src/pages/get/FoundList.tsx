import { Badge, Group, Text } from '@mantine/core';
import { plural } from '@/ui/format';
import classes from './Get.module.css';
import type { Found, FoundKind } from './recognise';

const looks: Record<FoundKind, readonly [word: string, color: string]> = {
  video: ['Video', 'pine'],
  photo: ['Photos', 'pine'],
  short: ['Short link', 'sky'],
  profile: ['Creator', 'sky'],
  unsupported: ['Not possible', 'amber'],
};
const most = 8;

/** What was recognised in the text, as it is typed. */
export function FoundList({ found, hasText }: { found: readonly Found[]; hasText: boolean }) {
  const ignored = found.filter(({ kind }) => kind === 'unsupported');
  const good = found.filter(({ kind }) => kind !== 'unsupported');
  // What cannot be fetched must not hide among many that can.
  const shown = [...ignored, ...good].slice(0, most);
  return (
    <div role="status" className={classes.recognised}>
      {hasText && found.length === 0 && (
        <Text size="sm" c="dimmed">
          No TikTok link in it so far.
        </Text>
      )}
      {found.length > 0 && (
        <ul className={classes.found}>
          {shown.map((one) => (
            <li key={one.shown}>
              <Group gap="xs" wrap="nowrap" align="flex-start">
                <Badge color={looks[one.kind][1]} miw="max-content">
                  {looks[one.kind][0]}
                </Badge>
                <div className={classes.words}>
                  <Text size="sm" className={classes.address}>
                    {one.shown}
                  </Text>
                  {one.reason !== null && (
                    <Text size="sm" c="dimmed">
                      {one.reason}
                    </Text>
                  )}
                </div>
              </Group>
            </li>
          ))}
        </ul>
      )}
      {found.length > shown.length && (
        <Text size="sm" c="dimmed" mt={6}>
          and {plural(found.length - shown.length, 'more', 'more')}
        </Text>
      )}
    </div>
  );
}
