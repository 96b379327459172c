import { expect, it } from 'vitest';
import { galleyTemplate, resourcesOf } from './galley.ts';

const template = galleyTemplate();

// A changed logical id makes CloudFormation create a new, empty resource beside (or instead of) the old one.
it.each([
  ['AWS::S3::Bucket', 'StorageContent05955A69'],
  ['AWS::DynamoDB::Table', 'StorageComments07E2C1A4'],
  ['AWS::S3::Bucket', 'SiteBucket978D4AEB'],
  ['AWS::DynamoDB::Table', 'CatalogTableBBEA0CBC'],
])('%s keeps the logical id %s', (type, id) => {
  expect(Object.keys(resourcesOf(type, template))).toContain(id);
});
