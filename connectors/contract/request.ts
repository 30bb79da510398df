/**
 * One request as built-in connectors read it. Both spellings of Caliper are understood: `contractId`,
 * `contractFunction`, `contractArguments`, `readOnly` (Fabric) and `contract`, `verb`, `args` (Ethereum, FISCO).
 */
import { ConnectorError } from '../errors.ts';

export interface GenericRequest {
  contractId: string;
  contractFunction: string;
  contractArguments?: readonly unknown[];
  /** A read: answered by the org's own peer, nothing is ordered. Default false. */
  readOnly?: boolean;
}

export interface ContractCall {
  contract: string;
  verb: string;
  args: readonly unknown[];
  readOnly: boolean;
}

/** Reads a request, and neither keeps nor changes it. @throws ConnectorError E_REQUEST naming the field. */
export function parseRequest(request: unknown): ContractCall {
  if (request === null || typeof request !== 'object') {
    throw malformed('request', 'must be an object');
  }
  const fields = request as Record<string, unknown>;
  const contract = fields['contractId'] ?? fields['contract'];
  const verb = fields['contractFunction'] ?? fields['verb'];
  const args = fields['contractArguments'] ?? fields['args'] ?? [];
  const readOnly = fields['readOnly'] ?? false;
  if (typeof contract !== 'string' || contract === '') {
    throw malformed('contractId', 'must be the id of an installed contract');
  }
  if (typeof verb !== 'string' || verb === '') {
    throw malformed('contractFunction', 'must name a function of the contract');
  }
  if (!Array.isArray(args)) throw malformed('contractArguments', 'must be a list');
  if (typeof readOnly !== 'boolean') throw malformed('readOnly', 'must be true or false');
  return { contract, verb, args, readOnly };
}

function malformed(field: string, rule: string): ConnectorError {
  return new ConnectorError('E_REQUEST', `${field} ${rule}: correct it in the workload module`, {
    field,
  });
}
