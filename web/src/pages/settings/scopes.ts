interface ScopeWords {
  /** As the interface calls it. */
  scope: string;
  label: string;
  description: string;
}

/** What keys may do, in words, from the harmless to the powerful. */
const words: readonly ScopeWords[] = [
  {
    scope: 'read',
    label: 'Look',
    description: 'See clips, posts, tasks, accounts and settings. Changes nothing.',
  },
  { scope: 'archive', label: 'Archive', description: 'Link students, fetch, verify and delete clips.' },
  {
    scope: 'draft',
    label: 'Drafts',
    description: "Send drafts to the account's TikTok inbox; a person posts them there.",
  },
  {
    scope: 'publish',
    label: 'Publish',
    description: 'Post directly, for everybody to see. Without it a direct post waits for a person.',
  },
  { scope: 'approve', label: 'Approve', description: 'Approve or reject posts that wait for a person.' },
  { scope: 'tasks', label: 'Tasks', description: 'Write instances, tasks, plans and logs, as agents do.' },
  { scope: 'admin', label: 'Administer', description: 'Add people and see how the server does.' },
];

/** The scopes among these, with their words; one that has none here stands under its own name. */
export function describeScopes(scopes: readonly string[]): readonly ScopeWords[] {
  const known = words.filter(({ scope }) => scopes.includes(scope));
  const others = scopes.filter((scope) => !words.some((one) => one.scope === scope));
  return [...known, ...others.map((scope) => ({ scope, label: scope, description: '' }))];
}
