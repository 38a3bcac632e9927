/** TikTok counts in UTF-16 units, as JavaScript does: most emoji count twice. */
export const captionLimits = { video: 2200, photos: 4000, photoTitle: 90 } as const;

/** A piece of a caption. */
export interface CaptionPart {
  kind: 'text' | 'hashtag' | 'mention';
  text: string;
  /** Where it begins. */
  at: number;
}

const marks = /(?<![\p{L}\p{N}_])(?:#[\p{L}\p{M}\p{N}_]+|@[A-Za-z0-9_](?:[A-Za-z0-9_.]*[A-Za-z0-9_])?)/gu;

/** A caption cut into its hashtags, its mentions and the rest. */
export function captionParts(caption: string): CaptionPart[] {
  const parts: CaptionPart[] = [];
  let end = 0;
  for (const match of caption.matchAll(marks)) {
    if (match.index > end) {
      parts.push({ kind: 'text', text: caption.slice(end, match.index), at: end });
    }

    const [text] = match;
    parts.push({ kind: text.startsWith('#') ? 'hashtag' : 'mention', text, at: match.index });
    end = match.index + text.length;
  }

  if (end < caption.length) {
    parts.push({ kind: 'text', text: caption.slice(end), at: end });
  }

  return parts;
}
