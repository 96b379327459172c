import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** These leave hundreds of pages behind, and a rebuild makes them all anew. */
const large = /hostile/;

/** The acceptance tests share one site: those that fill it come last. */
export class SmallFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const weight = ({ moduleId }: TestSpecification) => Number(large.test(moduleId));
    return files.sort((a, b) => weight(a) - weight(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}
