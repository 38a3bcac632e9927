export type { UploadedFile } from '@clipyard/client/FileUpload';
export { Failure } from '@clipyard/client/failure';
export type { ClipAnswer } from '@clipyard/client/schema';
export { ClipGallery } from './ClipGallery';
export { type Clipyard, connect } from './connect';
export { VideoUploader } from './VideoUploader';
