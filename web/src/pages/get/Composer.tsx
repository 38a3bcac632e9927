import { Button, Card, Collapse, Stack, Text, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { studentChoicesQuery } from '@/api/archive';
import { FailureAlert } from '@/ui/FailureAlert';
import { plural } from '@/ui/format';
import { showDone } from '@/ui/notices';
import { ChoiceFields } from './ChoiceFields';
import { FoundList } from './FoundList';
import classes from './Get.module.css';
import { Preview } from './Preview';
import { type Plan, planOf } from './plan';
import { recognise } from './recognise';
import { SandboxExamples } from './SandboxExamples';
import { StudentField } from './StudentField';
import { type Choices, useStart } from './useStart';

const usual: Choices = { quality: '', audioOnly: false, most: 10, isRandom: false };

/** Where links and names are pasted, and how they are to be fetched. */
export function Composer({ onStarted }: { onStarted: (jobs: readonly string[]) => void }) {
  const [address] = useSearchParams();
  const [text, setText] = useState(address.get('text') ?? '');
  const [student, setStudent] = useState(address.get('student') ?? '');
  const [creator, setCreator] = useState('');
  const [choices, setChoices] = useState(usual);
  const [showsMore, setShowsMore] = useState(student !== '');
  const [isAsked, setIsAsked] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const students = useQuery(studentChoicesQuery);
  const start = useStart();
  const found = useMemo(() => recognise(text), [text]);
  // TikTok is asked when the typing has paused, and never for one of many.
  const [single] = useDebouncedValue(found[0], 500);
  const plan = planOf({ found, student, creator, students: students.data?.students ?? [] });
  const isEmpty = plan.posts.length + plan.creators.length === 0;

  const submit = () => {
    setIsAsked(true);
    if (isEmpty) {
      field.current?.focus();
      return;
    }

    if (plan.problem !== null) {
      setShowsMore(true);
      return;
    }

    start.mutate(
      { plan, choices },
      {
        onSuccess: (jobs) => {
          showDone('Started. It goes on without this page.');
          onStarted(jobs);
          setText('');
          setCreator('');
          setIsAsked(false);
        },
      },
    );
  };

  return (
    <Card>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="md">
          <Textarea
            ref={field}
            label="Links or a creator"
            description="Any text with TikTok links in it, @name, or the address of a profile"
            placeholder={'https://www.tiktok.com/@name/video/…\n@name'}
            autosize
            minRows={3}
            maxRows={12}
            size="md"
            spellCheck={false}
            value={text}
            error={isAsked && isEmpty ? 'There is no TikTok link or name in it yet.' : undefined}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                event.preventDefault();
                submit();
              }
            }}
          />
          {text === '' && (
            <SandboxExamples
              take={(example) => {
                setText(example);
                field.current?.focus();
              }}
            />
          )}
          <FoundList found={found} hasText={text.trim() !== ''} />
          {single !== undefined && found.length === 1 && single.text === found[0]?.text && (
            <Preview found={single} />
          )}
          <Collapse in={showsMore}>
            <Stack gap="md">
              <StudentField
                student={student}
                onStudent={setStudent}
                creator={creator}
                onCreator={setCreator}
                problem={student.trim() === '' || found.length === 0 ? null : plan.problem}
                students={students.data?.students ?? []}
                link={plan.links[0] ?? null}
              />
              <ChoiceFields choices={choices} onChange={setChoices} hasCreator={plan.creators.length > 0} />
            </Stack>
          </Collapse>
          <FailureAlert error={start.error} title="It could not be started" onRetry={submit} compact />
          <div className={classes.ending}>
            <Button
              variant="subtle"
              color="gray"
              aria-expanded={showsMore}
              leftSection={<IconAdjustmentsHorizontal aria-hidden size={18} />}
              onClick={() => setShowsMore(!showsMore)}
            >
              {showsMore ? 'Fewer options' : 'Student, quality, number'}
            </Button>
            <Button
              type="submit"
              loading={start.isPending}
              leftSection={<IconDownload aria-hidden size={18} />}
            >
              {wordsOf(plan, choices)}
            </Button>
          </div>
          <Text size="sm" c="dimmed" mt={-4}>
            {promiseOf(plan, choices)}
          </Text>
        </Stack>
      </form>
    </Card>
  );
}

function wordsOf({ posts, creators }: Plan, { most }: Choices): string {
  const words = [
    ...(posts.length === 0 ? [] : [plural(posts.length, 'post')]),
    ...(creators.length === 0 ? [] : [`${most} of ${plural(creators.length, 'creator')}`]),
  ];
  return words.length === 0 ? 'Get' : `Get ${words.join(' and ')}`;
}

function promiseOf({ creators }: Plan, { most, isRandom }: Choices): string {
  const [first] = creators;
  if (first === undefined) {
    return 'What is kept already is not fetched again.';
  }

  const which = isRandom ? `${most} posts at random` : `The newest ${most} posts`;
  return creators.length === 1
    ? `${which}, kept for the student ${first.studentId}.`
    : `${which} of each, kept for a student each.`;
}
