import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadConnector } from '../../../connectors/index.ts';
import { ledgerWorld, type LedgerWorld } from './ledger-world.ts';

describe('a contract that the ledger refuses', () => {
  let world: LedgerWorld;
  before(async () => {
    world = ledgerWorld();
    await world.start({ orgs: ['A'], seed: 1 });
  });
  after(() => world.close());

  it('is named, with why and what to correct', async () => {
    const { workspace } = await world.open('A');
    await writeFile(join(workspace.dir, 'contract.js'), 'this is no JavaScript');
    const factory = await loadConnector('ledger', workspace.dir);
    const { network, dir } = workspace;
    network['ledger'] = { ...network['ledger'], contracts: [{ id: 'new', path: './contract.js' }] };
    const worker = await factory(0, { network, workspace: dir, org: 'A' });
    const error = await worker.installSmartContract().then(
      () => expect.fail('it was installed'),
      (thrown: Error) => thrown,
    );
    expect(error).to.have.property('code', 'E_CONTRACT_INSTALL');
    expect(error.message).to.match(/^contract "new": .+; correct ledger\.contracts/);
  });
});
