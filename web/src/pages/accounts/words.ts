const uses: Record<string, string> = {
  'user.info.basic': 'Name and picture',
  'user.info.profile': '@name and profile',
  'user.info.stats': 'Followers and likes',
  'video.list': 'List of public videos',
  'video.upload': 'Drafts to the inbox',
  'video.publish': 'Direct posts',
};

/** What a permission is for, in a few words; TikTok's own name for those that are not known here. */
export function scopeTitle(scope: string): string {
  return uses[scope] ?? scope;
}

const modes: Record<string, string> = {
  'clipyard-sandbox':
    'The accounts of the sandbox, which stands in for TikTok: nothing here reaches anybody.',
  'tiktok-sandbox':
    "The accounts of TikTok's own sandbox: posts are private, and only its target users can connect.",
  production: 'The TikTok accounts that drafts and posts go to.',
};

/** What stands behind the accounts. */
export function modeSentence(mode: string | undefined): string {
  return modes[mode ?? 'production'] ?? `The TikTok accounts of ${mode}.`;
}

/** Why a post waits, without the time in UTC that the server's sentence begins with: the page shows it in the reader's zone. */
export function waitReason(message: string): string {
  const because = ', because ';
  const at = message.indexOf(because);
  return at < 0 ? message : message.slice(at + because.length);
}
