/** What the pane asks of the server for portfolio owners. Times are ISO 8601, UTC. */

export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly revokedAt: string | null;
}

export interface AdministrationService {
  /** Newest first, revoked ones among them. */
  tokens(signal?: AbortSignal): Promise<readonly ApiToken[]>;
  /** The new token's secret, told this once. */
  createToken(name: string): Promise<string>;
  revokeToken(id: string): Promise<void>;
  /** Erases what is kept no longer; gives in how many applications. */
  erasePersonalData(): Promise<number>;
}
