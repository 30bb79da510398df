/**
 * Compiles AssetTransfer.sol with solc. `node test/scenarios/asset-transfer/compile.ts` writes AssetTransfer.json, and a
 * test holds that file against a fresh compilation.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import solc from 'solc';

const FOLDER = new URL('../../../scenarios/asset-transfer/private/ethereum/', import.meta.url);
export const ARTIFACT = new URL('AssetTransfer.json', FOLDER);

interface Compiled {
  errors?: { severity: string; formattedMessage: string }[];
  contracts: Record<
    string,
    Record<string, { abi: unknown; evm: { bytecode: { object: string } } }>
  >;
}

/** The artifact's text. London, so that older private chains run it; no metadata, so that it is the same anywhere. */
export function compileAssetTransfer(): string {
  const content = readFileSync(new URL('AssetTransfer.sol', FOLDER), 'utf8');
  const input = {
    language: 'Solidity',
    sources: { 'AssetTransfer.sol': { content } },
    settings: {
      evmVersion: 'london',
      optimizer: { enabled: true, runs: 200 },
      metadata: { appendCBOR: false },
      outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } },
    },
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input))) as Compiled;
  const wrong = output.errors?.find(({ severity }) => severity === 'error');
  const contract = output.contracts['AssetTransfer.sol']?.['AssetTransfer'];
  if (wrong || !contract) throw new Error(wrong?.formattedMessage ?? 'solc compiled nothing');
  const { abi, evm } = contract;
  return `${JSON.stringify({ abi, bytecode: `0x${evm.bytecode.object}` })}\n`;
}

if (import.meta.main) writeFileSync(ARTIFACT, compileAssetTransfer());
