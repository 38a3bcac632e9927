// Builds the pages into web/packed, when something has changed since the last time. ./run, ./test and publishing call it.
// Exit codes: 0 there they are, 3 Node is too old, else npm's.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `The web pages need Node 20.19 or newer; this is ${process.versions.node}: https://nodejs.org.`,
  );
  process.exit(3);
}

const installed = join(here, 'node_modules', '.clipyard-lock');
const lock = readFileSync(join(here, 'package-lock.json'), 'utf8');
if (!existsSync(installed) || readFileSync(installed, 'utf8') !== lock) {
  console.log('Installing what the web pages are built with');
  npm('ci', '--no-progress');
  writeFileSync(installed, lock);
}

const built = join(here, 'packed', 'index.html.br');
if (!existsSync(built) || newest(here) > statSync(built).mtimeMs) {
  console.log('Building the web pages');
  npm('run', '--silent', 'build');
}

function npm(...words) {
  const { status, stdout, stderr, error } = spawnSync('npm', words, {
    cwd: here,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (error || status !== 0) {
    console.error(
      `${stdout ?? ''}${stderr ?? ''}${error ? `${error.message}\n` : ''}npm ${words.join(' ')} failed.`,
    );
    process.exit(status || 1);
  }
}

function newest(folder) {
  const made = new Set(['node_modules', 'dist', 'packed', 'schema.d.ts']);
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!made.has(entry.name)) {
      const path = join(folder, entry.name);
      latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
    }
  }

  return latest;
}
