import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { type Stage, stages, stepNames } from '../../infra/config.ts';
import { GalleyStack } from '../../infra/galley-stack.ts';

export const root = join(import.meta.dirname, '../..');
export const stylesheetHash = `sha256-${'A'.repeat(43)}=`;

export type Resource = {
  Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template is as deep as CloudFormation wants it.
  Properties: any;
  DependsOn?: string[];
  DeletionPolicy?: string;
};

const scratch = mkdtempSync(join(tmpdir(), 'galley-infra-'));
// At the end of the process and not of a file: the files of one worker share this module.
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));

/**
 * Galley's stack as `cdk deploy` makes it, feature flags included, with stand-ins for the bundles, so that these
 * tests need not make them.
 */
export function galley(changes: Partial<Stage> = {}, stage: Stage = stages.production) {
  const outdir = mkdtempSync(join(scratch, 'cdk.out-'));
  const app = new App({ context: settings().context, outdir, stackTraces: false });
  const stack = new GalleyStack(app, 'Galley', {
    stage: { ...stage, ...changes },
    bundles: emptyBundles(),
    stylesheetHash,
  });
  return { app, stack };
}

const templates = new Map<Stage['name'], Template>();

/** The template of a stage, made once for all files of a worker. Call it outside of tests: it may take seconds. */
export function galleyTemplate(stage: Stage['name'] = 'production'): Template {
  const known = templates.get(stage);
  if (known) return known;
  const template = Template.fromStack(galley({}, stages[stage]).stack);
  templates.set(stage, template);
  return template;
}

/** Resources of the synthesized template: all of one type, by logical id. */
export function resourcesOf(type: string, template = galleyTemplate()): Record<string, Resource> {
  return template.findResources(type) as Record<string, Resource>;
}

export function allResources(template = galleyTemplate()): [string, Resource][] {
  return Object.entries(template.toJSON().Resources);
}

/** @throws when there is not exactly one of this type whose logical id starts so */
export function only(type: string, start = '', template = galleyTemplate()): Resource {
  const found = Object.entries(resourcesOf(type, template)).filter(([id]) => id.startsWith(start));
  if (found.length !== 1 || !found[0]) {
    throw new Error(`the template has ${found.length} ${type} that start with "${start}"`);
  }
  return found[0][1];
}

export function settings(): { context: Record<string, unknown> } {
  return JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));
}

function emptyBundles(): string {
  const folder = join(scratch, 'bundles');
  for (const step of stepNames) {
    mkdirSync(join(folder, step), { recursive: true });
    writeFileSync(join(folder, step, 'index.mjs'), `export const handler = () => '${step}';\n`);
  }
  return folder;
}
