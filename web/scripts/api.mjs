// Makes the types of the client from openapi.json, the interface as the pages know it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const target = 'src/api/schema.d.ts';
const source = new URL('../openapi.json', import.meta.url);
const types = await openapiTS(source, { rootTypes: true, rootTypesNoSchemaPrefix: true });
const text = `// Made from openapi.json by 'npm run api'; not to be edited.\n${astToString(types)}`;
if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
  writeFileSync(target, text);
}
