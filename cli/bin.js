#!/usr/bin/env node
/**
 * Starts the CLI on the Node that the project brings along. Plain JavaScript for Node 20, because only newer
 * ones run TypeScript files as they are.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const self = fileURLToPath(import.meta.url);
const bundled = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));

if (Number(process.versions.node.split('.')[0]) >= 24) {
  await keepCompiled();
  await import('./galley.ts');
} else if (existsSync(bundled)) {
  runWith(bundled);
} else {
  console.error(
    `galley needs Node 24 and this is ${process.version}. Run "npm install" in the project first: it brings Node 24 along.`,
  );
  process.exitCode = 2;
}

/** Loading TypeScript takes a tenth of a second when nothing is kept of the last time. */
async function keepCompiled() {
  const { enableCompileCache } = await import('node:module');
  enableCompileCache(fileURLToPath(new URL('../.galley/compiled', import.meta.url)));
}

/** @param {string} node */
function runWith(node) {
  const child = spawn(node, [self, ...process.argv.slice(2)], { stdio: 'inherit' });
  // A terminal sends Ctrl-C to both; this one only has to outlive the child and say how it ended.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
}
