/** Reads a required variable. Only handlers call this. @throws with the variable's name when it is not set */
export function requireEnv(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`The environment variable ${name} is not set; the stack sets it.`);
  return value;
}
