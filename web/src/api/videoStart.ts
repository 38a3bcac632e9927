// What MP4 and MOV files begin with, behind the four bytes of a length.
const openers = new Set(['ftyp', 'styp', 'moov', 'mdat', 'moof', 'free', 'skip', 'wide', 'pnot', 'uuid']);
const webm = [0x1a, 0x45, 0xdf, 0xa3];

/**
 * Whether a file can be a video, by its first bytes. The server judges the same way, and prepares it before anything is
 * sent; this only spares somebody the sending of a file that is none.
 */
export async function looksLikeVideo(file: Blob): Promise<boolean> {
  const start = new Uint8Array(await file.slice(0, 16).arrayBuffer());
  return (
    webm.every((byte, place) => start[place] === byte) ||
    openers.has(String.fromCharCode(...start.subarray(4, 8)))
  );
}
