import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AttributeType, BillingMode, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { env } from '../../functions/shared/layout.ts';
import type { Step } from './step.ts';

/** What the site knows about its articles, derived from the content bucket. */
export class CatalogTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(this.table).acknowledge({
      id: 'AwsSolutions-DDB3',
      reason:
        'Derived: a lost catalog is rebuilt from the content bucket, which is newer than any backup.',
    });
  }

  /** Records by their key: settings, an article, an image. */
  grantRecords(step: Step): void {
    this.grant(step, ['dynamodb:GetItem']);
  }

  /** Records and lists. */
  grantLists(step: Step): void {
    this.grant(step, ['dynamodb:GetItem', 'dynamodb:Query']);
  }

  /** To keep records of which no list knows. */
  grantKeepRecords(step: Step): void {
    this.grant(step, ['dynamodb:GetItem', 'dynamodb:PutItem']);
  }

  /** To keep records and the lists they stand in: both change in one transaction. Who depends on what is listed too. */
  grantKeepLists(step: Step): void {
    const change = ['dynamodb:PutItem', 'dynamodb:DeleteItem'];
    this.grant(step, ['dynamodb:GetItem', 'dynamodb:Query', ...change]);
  }

  private grant(step: Step, actions: string[]): void {
    const statement = new PolicyStatement({ actions, resources: [this.table.tableArn] });
    step.allow([statement], { [env.catalogTable]: this.table.tableName });
  }
}
