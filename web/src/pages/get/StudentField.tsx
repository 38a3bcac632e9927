import { Autocomplete, SimpleGrid, Text, TextInput } from '@mantine/core';
import type { StudentAnswer } from '@/api/schema';
import type { Link } from './plan';

interface Props {
  student: string;
  onStudent: (id: string) => void;
  creator: string;
  onCreator: (name: string) => void;
  problem: string | null;
  students: readonly StudentAnswer[];
  /** Who would be linked. */
  link: Link | null;
}

/** For whom it is kept: one of the linked students, or a new one with a creator's name. */
export function StudentField({ student, onStudent, creator, onCreator, problem, students, link }: Props) {
  const names = new Map(students.map(({ student_id, username }) => [student_id, username]));
  const isNew = student.trim() !== '' && !names.has(student.trim());
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="md">
      <Autocomplete
        label="Keep it for the student"
        description="Your own id of them. Empty: whoever is linked to the creator"
        size="md"
        data={students.map(({ student_id }) => student_id)}
        limit={30}
        filter={({ options, search }) => {
          const wanted = search.trim().toLowerCase();
          return options.filter(
            (option) =>
              'value' in option &&
              `${option.value} ${names.get(option.value) ?? ''}`.toLowerCase().includes(wanted),
          );
        }}
        renderOption={({ option }) => (
          <div>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {option.value}
            </Text>
            <Text size="xs" c="dimmed">
              @{names.get(option.value)}
            </Text>
          </div>
        )}
        maxLength={128}
        spellCheck={false}
        value={student}
        error={problem}
        onChange={onStudent}
      />
      {isNew && (
        <TextInput
          label="Creator of this new student"
          description={
            link === null
              ? 'The name on TikTok that the id is linked to'
              : `Will be linked to @${link.username}`
          }
          placeholder={link === null ? '@name' : `@${link.username}`}
          spellCheck={false}
          value={creator}
          onChange={(event) => onCreator(event.currentTarget.value)}
        />
      )}
    </SimpleGrid>
  );
}
