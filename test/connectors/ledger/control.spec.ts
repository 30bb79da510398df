import { expect } from 'chai';
import { obeyLine, type PeerCommand } from '../../../connectors/ledger/control.ts';

describe('ledger control', () => {
  const say = (line: string) => {
    const told: PeerCommand[] = [];
    const answer = obeyLine(line, (command) => {
      told.push(command);
      return command.peer === 'Org1'
        ? { peer: 'Org1', running: true, lagMs: 0, height: 3 }
        : undefined;
    });
    return { told, answer: JSON.parse(answer) as unknown };
  };

  for (const command of [{ lagMs: 500 }, { stop: true }, { start: true }]) {
    it(`does ${JSON.stringify(command)} and answers with the peer as it is then`, () => {
      const { told, answer } = say(JSON.stringify({ peer: 'Org1', ...command }));
      expect(told).to.deep.equal([{ peer: 'Org1', ...command }]);
      expect(answer).to.deep.equal({ peer: 'Org1', running: true, lagMs: 0, height: 3 });
    });
  }

  const wrong = [
    'nonsense',
    '{"peer":"Org1"}',
    '{"peer":"Org1","lagMs":-1}',
    '{"peer":"Org1","stop":false}',
    '{"peer":"Org1","stop":true,"start":true}',
  ];
  for (const line of wrong) {
    it(`does nothing on ${line}, and says what can be said`, () => {
      const { told, answer } = say(line);
      expect(told).to.deep.equal([]);
      expect(answer).to.have.nested.property('error.code', 'E_LEDGER_CONTROL');
      expect(answer).to.have.nested.property('error.message').that.includes('"lagMs":500');
    });
  }

  it('names a peer that it does not have', () => {
    expect(say('{"peer":"Org9","stop":true}').answer).to.deep.equal({
      error: { code: 'E_LEDGER_CONTROL', message: '"Org9" is not among --orgs' },
    });
  });
});
