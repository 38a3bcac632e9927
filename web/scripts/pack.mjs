// Compresses what vite built in dist/ into packed/, which becomes part of the program.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const compressed = new Set(['.html', '.js', '.css', '.svg', '.webmanifest', '.json']);

rmSync('packed', { recursive: true, force: true });
for (const entry of readdirSync('dist', { recursive: true, withFileTypes: true })) {
  // .vite is for scripts/size.mjs.
  if (!entry.isFile() || entry.parentPath.includes('.vite')) {
    continue;
  }

  const source = join(entry.parentPath, entry.name);
  const target = join('packed', relative('dist', source));
  mkdirSync(dirname(target), { recursive: true });
  if (!compressed.has(extname(source))) {
    cpSync(source, target);
    continue;
  }

  const bytes = readFileSync(source);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${target}.br`, brotliCompressSync(bytes, { params }));
  writeFileSync(`${target}.gz`, gzipSync(bytes, { level: 9 }));
}
