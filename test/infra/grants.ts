import type { StepName } from '../../infra/config.ts';
import { galleyTemplate, resourcesOf } from './galley.ts';

/** One resource and what a role may, or may not, do with it. */
export type Grant = {
  /** Logical id without its hash, and what of it: `StorageContent/articles/*`, `CatalogTable (StreamArn)`. */
  resource: string;
  /** Logical id as the template has it. */
  id?: string | undefined;
  actions: string[];
};

type Statement = {
  Effect: 'Allow' | 'Deny';
  Action: string | string[];
  Resource: unknown;
  Condition?: Record<string, Record<string, string[]>>;
};

/** All that a step's role says, one entry for each resource and condition. */
export function grantsOf(step: StepName, template = galleyTemplate()): Grant[] {
  const role = roleOf(step, template);
  const statements = Object.values(resourcesOf('AWS::IAM::Policy', template))
    .filter(({ Properties }) => Properties.Roles.some(({ Ref }: { Ref: string }) => Ref === role))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement as Statement[]);
  const grants = new Map<string, Grant>();
  for (const statement of statements) {
    for (const resource of [statement.Resource].flat()) {
      const { name, id } = nameOf(resource);
      const label = `${statement.Effect === 'Deny' ? 'never ' : ''}${name}${whereOf(statement)}`;
      const grant = grants.get(label) ?? { resource: label, id, actions: [] };
      grant.actions = [...grant.actions, ...[statement.Action].flat()].sort();
      grants.set(label, grant);
    }
  }
  return [...grants.values()];
}

function roleOf(step: StepName, template = galleyTemplate()): string {
  const found = Object.values(resourcesOf('AWS::Lambda::Function', template)).find(
    ({ Properties }) => Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME === step,
  );
  return found?.Properties.Role['Fn::GetAtt'][0];
}

function nameOf(resource: unknown): { name: string; id?: string } {
  if (typeof resource === 'string') return { name: resource };
  const [, id = ''] =
    /\["([A-Za-z]+[0-9A-F]{8})","(?:Arn|StreamArn|Name)"\]/.exec(JSON.stringify(resource)) ??
    /"Ref":"(?!AWS::)(\w+)"/.exec(JSON.stringify(resource)) ??
    [];
  const parts = (resource as { 'Fn::Join'?: [string, unknown[]] })['Fn::Join']?.[1] ?? [];
  const last = parts.at(-1);
  const rest = typeof last === 'string' ? last : '';
  const stream = JSON.stringify(resource).includes('StreamArn') ? ' (stream)' : '';
  return { name: `${id.slice(0, -8)}${rest}${stream}`, id };
}

function whereOf({ Condition }: Statement): string {
  if (!Condition) return '';
  return ` where ${Object.entries(Condition)
    .flatMap(([operator, fields]) =>
      Object.entries(fields).map(
        ([key, values]) => `${operator} ${key} ${[values].flat().join(' ')}`,
      ),
    )
    .join(' and ')}`;
}
