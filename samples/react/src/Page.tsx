import { type FormEvent, useState } from 'react';
import { ClipGallery, type Clipyard, connect, type UploadedFile, VideoUploader } from './clipyard';

// What this page's own server passes on to Clipyard: in development vite.config.ts, later yours.
const passedOn = '/clipyard';

/** Both components, and which Clipyard they speak with. */
export function Page() {
  const [clipyard, setClipyard] = useState<Clipyard>(() => connect(passedOn));
  const [uploaded, setUploaded] = useState<UploadedFile | null>(null);
  return (
    <main>
      <h1>Clips on somebody’s page</h1>
      <Where onConnect={setClipyard} />
      <h2>Upload</h2>
      <VideoUploader clipyard={clipyard} onUploaded={setUploaded} />
      {uploaded !== null && (
        <p role="status">
          {uploaded.name} has arrived. A post takes it with{' '}
          <code>{`"source": {"upload_id": "${uploaded.id}"}`}</code>.
        </p>
      )}
      <h2>Gallery</h2>
      <ClipGallery clipyard={clipyard} />
    </main>
  );
}

function Where({ onConnect }: { onConnect: (clipyard: Clipyard) => void }) {
  const change = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    onConnect(connect(`${typed.get('server')}`, `${typed.get('key')}`));
  };
  return (
    <form onSubmit={change}>
      <label>
        Clipyard
        <input name="server" defaultValue={passedOn} autoComplete="off" />
      </label>
      <label>
        Key
        <input name="key" type="password" autoComplete="off" aria-describedby="key-note" />
      </label>
      <button type="submit">Show it</button>
      <small id="key-note">
        None where the page’s server adds it. It is held in this tab’s memory and nowhere else.
      </small>
    </form>
  );
}
