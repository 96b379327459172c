import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { type Stage, stages, stepNames } from '../../infra/config.ts';
import { GalleyStack } from '../../infra/galley-stack.ts';

export const stylesheetHash = `sha256-${'A'.repeat(43)}=`;

export type Resource = {
  Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template is as deep as CloudFormation wants it.
  Properties: any;
  DependsOn?: string[];
  DeletionPolicy?: string;
};

/** Galley's stack with stand-ins for the bundles, so that these tests need not make them. */
export function galley(changes: Partial<Stage> = {}, stage: Stage = stages.production) {
  const app = new App();
  const stack = new GalleyStack(app, 'Galley', {
    stage: { ...stage, ...changes },
    bundles: emptyBundles(),
    stylesheetHash,
  });
  return { app, stack };
}

/** Resources of the synthesized template: all of one type, by logical id. */
export function resourcesOf(type: string, template = galleyTemplate()): Record<string, Resource> {
  return template.findResources(type) as Record<string, Resource>;
}

let production: Template | undefined;

/** The production template, synthesized once for all tests of a file. */
export function galleyTemplate(): Template {
  production ??= Template.fromStack(galley().stack);
  return production;
}

function emptyBundles(): string {
  const folder = mkdtempSync(join(tmpdir(), 'galley-bundles-'));
  for (const step of stepNames) {
    mkdirSync(join(folder, step));
    writeFileSync(join(folder, step, 'index.mjs'), `export const handler = () => '${step}';\n`);
  }
  return folder;
}
