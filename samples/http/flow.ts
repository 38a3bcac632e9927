// Links a student, keeps three posts, lists and verifies them, fetches one. Node 22.18 or later, no packages.
//
//   CLIPYARD_SERVER=http://127.0.0.1:8000 CLIPYARD_KEY=... node samples/http/flow.ts STUDENT USERNAME
import { createHash, randomUUID } from "node:crypto";

interface Video {
  video_id: string;
  local_path: string;
  sha256: string;
}

const server = (process.env.CLIPYARD_SERVER ?? "http://127.0.0.1:8000").replace(/\/+$/, "");
const key = process.env.CLIPYARD_KEY;
const [student, username] = process.argv.slice(2);
if (!key || !student || !username) {
  console.error("Set CLIPYARD_KEY and name a student: flow.ts STUDENT USERNAME");
  process.exit(2);
}

async function call<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
  const response = await fetch(server + path, {
    method,
    headers: {
      Authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) {
    console.error(`${answer.code}: ${answer.detail} ${answer.remedy}`);
    process.exit(1);
  }
  return answer as T;
}

const path = `/tiktok/student/${encodeURIComponent(student)}`;
const link = await call<{ student_id: string; username: string }>("PUT", `${path}/username`, { username });
console.log(`linked ${link.student_id} to ${link.username}`);

// The same Idempotency-Key again, after a lost connection, begins nothing twice.
const download = await call<{ videos: Video[] }>("POST", `${path}/download?max_videos=3`, undefined, {
  "Idempotency-Key": randomUUID(),
});
for (const video of download.videos) {
  console.log(`stored ${video.video_id}`);
}

const videos: Video[] = [];
let cursor: string | null = null;
do {
  const query: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : "";
  const page = await call<{ videos: Video[]; next_cursor: string | null }>("GET", `${path}/videos?limit=2${query}`);
  videos.push(...page.videos);
  cursor = page.next_cursor;
} while (cursor);
console.log(`listed ${videos.length}`);

const report = await call<{ success: boolean; checked: { files: number } }>("POST", "/api/v1/archive/verify", {});
console.log(`verified ${report.success ? "ok" : "DAMAGED"}, ${report.checked.files} files`);

// local_path is its own proof: no key needed.
const file = await fetch(videos[0].local_path);
const hash = createHash("sha256");
for await (const chunk of file.body!) {
  hash.update(chunk);
}
const digest = hash.digest("hex");
console.log(`fetched ${videos[0].video_id} ${digest}`);
process.exit(report.success && digest === videos[0].sha256 ? 0 : 1);
