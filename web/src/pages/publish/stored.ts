import { emptyForm, type PostForm } from './form';

const formKey = 'clipyard-publish-form';
const attemptKey = 'clipyard-publish-attempt';

/** What was typed before this tab was reloaded or sent to TikTok to connect an account. */
export function readForm(): PostForm {
  const stored = read(formKey);
  return stored === null ? emptyForm : { ...emptyForm, ...(stored as Partial<PostForm>) };
}

export function keepForm(form: PostForm): void {
  sessionStorage.setItem(formKey, JSON.stringify(form));
}

/** Forgets the form and what was sent of it. */
export function forgetForm(): void {
  sessionStorage.removeItem(formKey);
  sessionStorage.removeItem(attemptKey);
}

/**
 * The key under which this request makes one post, however often it is sent: after a double click, a lost answer or a
 * reload. What was changed in between is another request and gets another key.
 */
export function idempotencyKey(body: unknown): string {
  const text = JSON.stringify(body);
  const last = read(attemptKey) as { text: string; key: string } | null;
  if (last?.text === text) {
    return last.key;
  }

  const key = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  sessionStorage.setItem(attemptKey, JSON.stringify({ text, key }));
  return key;
}

function read(name: string): unknown {
  try {
    const text = sessionStorage.getItem(name);
    return text === null ? null : JSON.parse(text);
  } catch {
    return null; // written by another version of the pages
  }
}
