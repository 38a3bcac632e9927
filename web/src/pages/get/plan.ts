import type { StudentAnswer } from '@/api/schema';
import type { Found } from './recognise';

type Linked = Pick<StudentAnswer, 'student_id' | 'username'>;

/** A student and the creator whose posts are kept for them. */
export interface Link {
  studentId: string;
  username: string;
}

/** What the button would do. */
export interface Plan {
  /** Posts to fetch, as they were pasted. */
  posts: readonly string[];
  /** For whom those are; null: whoever is linked to their creator. */
  studentId: string | null;
  /** Creators to fetch the newest of. */
  creators: readonly Link[];
  /** Students that have to be linked first. */
  links: readonly Link[];
  /** Why it cannot be done, for the field of the student; null when it can. */
  problem: string | null;
}

export interface Wish {
  found: readonly Found[];
  /** What stands in the field of the student. */
  student: string;
  /** The creator's name for a student who is not linked yet; empty: the one that the addresses name. */
  creator: string;
  students: readonly Linked[];
}

const idForm = /^(?!\.+$)[A-Za-z0-9\-_.:@+]{1,128}$/;

/** Works out what to fetch, for whom, and which names to link for it. */
export function planOf({ found, student, creator, students }: Wish): Plan {
  const posts = found.filter(({ kind }) => kind === 'video' || kind === 'photo' || kind === 'short');
  const names = found.flatMap(({ kind, username }) => (kind === 'profile' && username ? [username] : []));
  const id = student.trim();
  const plan: Plan = {
    posts: posts.map(({ text }) => text),
    studentId: id === '' ? null : id,
    creators: names.map((username) => ({ studentId: id || idFor(username, students), username })),
    links: [],
    problem: null,
  };
  if (id === '') {
    return { ...plan, links: plan.creators.filter(({ studentId }) => !isLinked(studentId, students)) };
  }

  if (!idForm.test(id)) {
    return { ...plan, problem: 'Letters, digits and - _ . : @ + only, 128 at most.' };
  }

  if (names.length > 1) {
    return { ...plan, problem: 'A student has one creator. Leave this empty for several.' };
  }

  const known = students.find(({ student_id }) => student_id === id);
  if (known !== undefined) {
    const isOther = names[0] !== undefined && !isSame(names[0], known.username);
    return isOther ? { ...plan, problem: `${id} is linked to @${known.username}.` } : plan;
  }

  const username = creator.trim().replace(/^@/, '') || names[0] || creatorOf(posts);
  const owner = students.find((one) => username !== null && isSame(one.username, username));
  if (owner !== undefined) {
    return { ...plan, problem: `@${owner.username} is linked to ${owner.student_id} already.` };
  }

  return username === null
    ? { ...plan, problem: `${id} is new: name the creator below.` }
    : { ...plan, links: [{ studentId: id, username }] };
}

/** The one creator whom all these addresses name; null when they name several or nobody. */
export function creatorOf(found: readonly Found[]): string | null {
  const [first, ...rest] = found;
  if (first === undefined || first.username === null) {
    return null;
  }

  const name = first.username;
  return rest.every(({ username }) => username !== null && isSame(username, name)) ? name : null;
}

/** The student linked to a creator, else the creator's own name. */
function idFor(username: string, students: readonly Linked[]): string {
  return students.find((one) => isSame(one.username, username))?.student_id ?? username.toLowerCase();
}

function isLinked(studentId: string, students: readonly Linked[]): boolean {
  return students.some(({ student_id }) => student_id === studentId);
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
