import { run } from './program.ts';

// `galley replies | head` closes the pipe early, which is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const status = await run(process.argv.slice(2), (words) => process.stderr.write(`${words}\n`));
if (status !== undefined) process.exitCode = status;
