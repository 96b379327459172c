import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';

type Field = { value: string; multiValue?: { value: string }[] };
export type Fields = Record<string, Field>;
export type Request = {
  method: string;
  uri: string;
  querystring: Fields;
  headers: Fields;
  cookies: Fields;
};
export type Response = {
  statusCode: number;
  headers: Fields;
  body?: { encoding: string; data: string };
};
type Event = { request: Request; response: Response };

export type EdgeFile = 'viewer-request.js' | 'viewer-response.js';

export function sourceOf(file: EdgeFile): string {
  return readFileSync(`${import.meta.dirname}/../../../functions/edge/${file}`, 'utf8');
}

/** Loads a function the way CloudFront does: one script in strict mode, with nothing around it. */
export function load<T>(file: EdgeFile): (event: Event) => T {
  const context = createContext(Object.create(null), { codeGeneration: { strings: false } });
  runInContext(`'use strict';${sourceOf(file)}\nglobalThis.run = handler;`, context);
  // Through JSON, as CloudFront does: what comes out are plain values.
  return (event) => {
    context.event = JSON.stringify(event);
    return JSON.parse(String(runInContext('JSON.stringify(run(JSON.parse(event)))', context)));
  };
}

export function eventOf(name: 'viewer-request' | 'viewer-response'): Event {
  const file = `${import.meta.dirname}/../../fixtures/events/cloudfront/${name}.json`;
  return JSON.parse(readFileSync(file, 'utf8'));
}
