/**
 * What CloudFormation sends to the function behind a custom resource, as far as it counts here (CloudFormation User
 * Guide, "Custom resource request objects"). Values of properties arrive as strings.
 */
export type ResourceRequest = {
  RequestType: 'Create' | 'Update' | 'Delete';
  RequestId: string;
  /** A signed address that waits for the answer; the deployment stands still until it comes. */
  ResponseURL: string;
  StackId: string;
  LogicalResourceId: string;
  PhysicalResourceId?: string;
  ResourceProperties: { MadeOf?: string; Wait?: string };
};

/**
 * The answer that lets the deployment go on, whatever became of the rebuild: to roll back a stack that works because
 * its pages still look as before would be worse. The error comes after it, and rings the alarm of this step.
 */
export function answerTo({ StackId, RequestId, LogicalResourceId }: ResourceRequest): string {
  // Always the same, because another one would make CloudFormation delete the resource that had the former.
  const answer = { Status: 'SUCCESS', PhysicalResourceId: 'rebuild' };
  return JSON.stringify({ ...answer, StackId, RequestId, LogicalResourceId });
}

/** The same for each try of one request, so that a second try starts nothing; at most 80 characters. */
export function runOf({ RequestId, ResourceProperties }: ResourceRequest): string {
  const madeOf = (ResourceProperties.MadeOf ?? '').replace(/[^\w-]/g, '').slice(0, 12);
  return ['deploy', madeOf, RequestId].filter(Boolean).join('-').slice(0, 80);
}

/** @returns undefined when there is nothing to rebuild: a new stack has no pages yet, and makes the first ones by itself */
export function inputOf({ RequestType, ResourceProperties }: ResourceRequest) {
  if (RequestType !== 'Update') return undefined;
  return { wait: Number(ResourceProperties.Wait ?? 0) };
}
