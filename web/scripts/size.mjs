// Prints what the first page costs to load, compressed, and fails when it is more than it may be.
import { readFileSync, statSync } from 'node:fs';

const limit = 250_000;
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const firstPages = ['index.html', 'src/pages/home/HomePage.tsx'];

const files = new Set(['index.html', 'scheme.js', 'icon.svg', 'manifest.webmanifest']);
for (const page of firstPages) {
  gather(page);
}

let total = 0;
for (const file of [...files].sort()) {
  const { size } = statSync(`packed/${file}.br`);
  total += size;
  console.log(`${String(size).padStart(8)}  ${file}`);
}

console.log(`${String(total).padStart(8)}  bytes in all for the first page, of at most ${limit}`);
process.exitCode = total > limit ? 1 : 0;

function gather(name) {
  const chunk = manifest[name];
  for (const file of [chunk.file, ...(chunk.css ?? [])]) {
    files.add(file);
  }

  for (const other of chunk.imports ?? []) {
    gather(other);
  }
}
