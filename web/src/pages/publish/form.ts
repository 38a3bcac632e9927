import type { UploadedFile } from '@/api/FileUpload';
import type { PostKind, PostMode } from '@/api/schema';
import { localZone } from '@/ui/format';

export type SourceKind = 'clip' | 'upload' | 'address' | 'photos';

/** Everything that somebody has chosen or typed. */
export interface PostForm {
  sourceKind: SourceKind;
  clipId: string | null;
  upload: UploadedFile | null;
  address: string;
  /** Addresses of pictures, one a line. */
  photos: string;
  /** Null: the only one, or none chosen yet. */
  accountId: string | null;
  mode: PostMode;
  /** Of photos only. */
  title: string;
  caption: string;
  /** No default: chosen by hand. */
  privacy: string | null;
  allowComment: boolean;
  allowDuet: boolean;
  allowStitch: boolean;
  discloses: boolean;
  yourBrand: boolean;
  brandedContent: boolean;
  isAiGenerated: boolean;
  /** The cover's moment; null for the first picture. */
  coverMs: number | null;
  isScheduled: boolean;
  /** As a clock in the zone shows it: `2026-12-01T18:00`. */
  wallTime: string;
  zone: string;
  approval: boolean;
  repair: boolean;
}

export const emptyForm: PostForm = {
  sourceKind: 'clip',
  clipId: null,
  upload: null,
  address: '',
  photos: '',
  accountId: null,
  mode: 'inbox',
  title: '',
  caption: '',
  privacy: null,
  allowComment: false,
  allowDuet: false,
  allowStitch: false,
  discloses: false,
  yourBrand: false,
  brandedContent: false,
  isAiGenerated: false,
  coverMs: null,
  isScheduled: false,
  wallTime: '',
  zone: localZone,
  approval: false,
  repair: false,
};

/** The addresses of pictures that were typed. */
export function photoAddresses(form: Pick<PostForm, 'photos'>): string[] {
  return form.photos.split(/\s+/).filter((address) => address !== '');
}

/** What a form posts; a clip of the archive may be either. */
export function kindOf(form: Pick<PostForm, 'sourceKind'>, isPhotoClip: boolean): PostKind {
  return form.sourceKind === 'photos' || (form.sourceKind === 'clip' && isPhotoClip) ? 'photos' : 'video';
}
