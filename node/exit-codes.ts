/**
 * Every exit code of `bench-node`, in one table. 64 to 78 follow BSD's sysexits(3); 10 to 15 say how a round
 * stands, 20 to 25 which fault the demo has shown; a process that a signal ended leaves 128 and its number, as 130 for
 * Ctrl-C.
 */
export const EXIT = {
  /** it worked */
  ok: 0,
  /** a check of the doctor failed */
  checkFailed: 1,
  /** the round was declined or rejected */
  rejected: 10,
  /** nobody, or not everybody, answered by a deadline */
  expired: 11,
  /** the set-up failed: the round never started */
  notReady: 12,
  /** the round ended without a result */
  aborted: 13,
  /** a bundle or a piece of evidence does not hold */
  auditFailed: 14,
  /** the round's phase does not allow it: nothing was changed */
  notNow: 15,
  /** `demo --fault …`: the fault was shown, the others bore it, and their report is verified */
  dropoutBorne: 20,
  crashBorne: 21,
  /** and evidence that holds names the liar */
  liarNamed: 22,
  partitionBorne: 23,
  /** and evidence that holds names who voted twice */
  equivocationNamed: 24,
  /** `demo --fault …`: the others did not do what they should have */
  faultNotBorne: 25,
  /** the command line is wrong */
  usage: 64,
  /** a file's content, or a message's, is wrong */
  data: 65,
  /** a file, a home or a round does not exist */
  noInput: 66,
  /** a peer, a process or a runtime is not there */
  unavailable: 69,
  /** a bug in Hushmark */
  software: 70,
  /** a file cannot be created */
  cantCreate: 73,
  /** reading or writing failed */
  io: 74,
  /** it may work a little later */
  temporary: 75,
  /** the other side broke the protocol */
  protocol: 76,
  /** a passphrase, a token or a permission is missing */
  noPermission: 77,
  /** a setting is wrong */
  config: 78,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
