// Makes the types of the client from openapi.json, the interface as the pages know it. samples/react runs it, too, with
// its own openapi-typescript: whichever project it is run in has it installed.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const here = createRequire(join(process.cwd(), 'package.json'));
const { default: openapiTS, astToString } = here('openapi-typescript');
const target = new URL('../src/api/schema.d.ts', import.meta.url);
const source = new URL('../openapi.json', import.meta.url);
const types = await openapiTS(source, { rootTypes: true, rootTypesNoSchemaPrefix: true });
const text = `// Made from openapi.json by 'npm run api'; not to be edited.\n${astToString(types)}`;
if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
  writeFileSync(target, text);
}
