/**
 * What became of one request: the words, fields and methods of Hyperledger Caliper's TxStatus (0.6 and 0.7),
 * and two optional fields for connectors that know more.
 * Times in `status` are integer milliseconds since the epoch, for compatibility only: measuring uses `finalUs`.
 */

/** PSWG, appendix B: why a transaction failed; `other` is what the document has no class for. */
export type FailureClass = 'consensus' | 'syntax' | 'version' | 'other';

export interface TxStatusRecord {
  id: string | undefined;
  status: 'created' | 'success' | 'failed';
  time_create: number;
  time_final: number;
  result: unknown;
  verified: boolean;
  flags: unknown;
  error_messages: string[];
  custom_data: Map<string, unknown>;
}

export class TxStatus {
  status: TxStatusRecord;
  /**
   * Monotonic microseconds (`performance.now() * 1000`) at which the commit, or the answer to a read, was seen.
   * Absent when the connector knows no better than the moment at which its promise resolved.
   */
  finalUs?: number;
  /** Only on failed requests; absent means `other`. */
  failureClass?: FailureClass;

  constructor(id?: string) {
    this.status = {
      id,
      status: 'created',
      time_create: Date.now(),
      time_final: 0,
      result: null,
      verified: false,
      flags: 0,
      error_messages: [],
      custom_data: new Map(),
    };
  }

  GetID(): string | undefined {
    return this.status.id;
  }
  SetID(id: string): void {
    this.status.id = id;
  }
  GetStatus(): TxStatusRecord['status'] {
    return this.status.status;
  }
  IsCommitted(): boolean {
    return this.status.status === 'success';
  }
  SetStatusSuccess(time?: number): void {
    this.status.status = 'success';
    this.status.time_final = time ?? Date.now();
  }
  SetStatusFail(): void {
    this.status.status = 'failed';
    this.status.time_final = Date.now();
  }
  GetTimeCreate(): number {
    return this.status.time_create;
  }
  SetTimeCreate(time: number): void {
    this.status.time_create = time;
  }
  GetTimeFinal(): number {
    return this.status.time_final;
  }
  IsVerified(): boolean {
    return this.status.verified;
  }
  SetVerification(verified: boolean): void {
    this.status.verified = verified;
  }
  GetFlag(): unknown {
    return this.status.flags;
  }
  SetFlag(flag: unknown): void {
    this.status.flags = flag;
  }
  SetErrMsg(index: number, message: string): void {
    this.status.error_messages[index] = message;
  }
  GetErrMsg(): string[] {
    return this.status.error_messages;
  }
  SetResult(result: unknown): void {
    this.status.result = result;
  }
  GetResult(): unknown {
    return this.status.result;
  }
  /** The record as JSON text. */
  Marshal(): string {
    return JSON.stringify(this.status);
  }
  Set(key: string, value: unknown): void {
    this.status.custom_data.set(key, value);
  }
  Get(key: string): unknown {
    return this.status.custom_data.get(key);
  }
  GetCustomData(): Map<string, unknown> {
    return this.status.custom_data;
  }
}
