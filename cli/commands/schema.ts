import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Argument, type Command } from 'commander';
import { Failure } from '../failure.ts';
import { type SchemaName, schemaNames, schemaText } from '../schema/schemas.ts';

export function addSchema(program: Command): void {
  program
    .command('schema')
    .description('print the JSON Schema with which editors complete and check a file')
    .addArgument(new Argument('[name]', 'of which file').choices(schemaNames))
    .option('--into <folder>', 'write all of them there')
    .action(async (name: SchemaName | undefined, { into }: { into?: string }) => {
      if (name && !into) process.stdout.write(schemaText(name));
      else if (into && !name) await writeSchemas(into);
      else throw nothingToDo();
    });
}

async function writeSchemas(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of schemaNames) {
    await writeFile(join(folder, `${name}.schema.json`), schemaText(name));
  }
}

function nothingToDo(): Failure {
  return new Failure('Name one schema, or a folder for all of them.', {
    advice: `npx galley schema ${schemaNames[0]}, or npx galley schema --into docs/schema`,
  });
}
