import { describe, expect, it } from 'vitest';
import {
  answerTo,
  inputOf,
  type ResourceRequest,
  runOf,
} from '../../../functions/deployed/custom-resource.ts';

/** As CloudFormation sends it; numbers have become strings. */
const request: ResourceRequest = {
  RequestType: 'Update',
  RequestId: '5f4de0f5-3d5b-4a11-8ad6-2a4b0a4d8c11',
  ResponseURL: 'https://cloudformation-custom-resource-response.s3.amazonaws.com/x',
  StackId: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/Galley/1',
  LogicalResourceId: 'RebuildOnDeploy',
  PhysicalResourceId: 'rebuild',
  ResourceProperties: { MadeOf: `sha256-${'a/b+'.repeat(8)}`, Wait: '60' },
};

describe('a deployment', () => {
  it('is told to go on, whatever becomes of the rebuild', () => {
    expect(JSON.parse(answerTo(request))).toEqual({
      Status: 'SUCCESS',
      PhysicalResourceId: 'rebuild',
      StackId: request.StackId,
      RequestId: request.RequestId,
      LogicalResourceId: 'RebuildOnDeploy',
    });
  });

  it('never makes CloudFormation believe that the resource is another one', () => {
    const { PhysicalResourceId: _none, ...first } = request;
    const ids = [request, { ...first, RequestType: 'Create' as const }].map(
      (each) => JSON.parse(answerTo(each)).PhysicalResourceId,
    );
    expect(new Set(ids).size).toBe(1);
  });

  it('starts one rebuild, however often it asks', () => {
    expect(runOf(request)).toBe(runOf({ ...request, PhysicalResourceId: 'other' }));
    expect(runOf({ ...request, RequestId: 'another' })).not.toBe(runOf(request));
  });

  it('names the rebuild as Step Functions allows', () => {
    expect(runOf(request)).toMatch(/^[\w-]{1,80}$/);
    expect(runOf({ ...request, ResourceProperties: {} })).toMatch(/^deploy-5f4de0f5/);
  });

  it('makes it wait until no invocation runs the code of before', () => {
    expect(inputOf(request)).toEqual({ wait: 60 });
  });

  it.each(['Create', 'Delete'] as const)('of the kind %s starts nothing', (RequestType) => {
    expect(inputOf({ ...request, RequestType })).toBeUndefined();
  });
});
