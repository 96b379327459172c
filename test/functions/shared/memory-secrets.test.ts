import { memorySecrets } from '../../../functions/shared/memory-secrets.ts';
import { secretsContract } from './secrets-contract.ts';

secretsContract('secrets in memory', () => memorySecrets);
