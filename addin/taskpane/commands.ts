/** The ribbon's commands by the names under which the manifests call them. */
export const COMMANDS = ["saimeRefresh", "saimePublish"] as const;
export type CommandName = (typeof COMMANDS)[number];

/** What each command does. A rejection is the handler's own to show; the ribbon only needs to know the end. */
export type CommandHandlers = Readonly<Record<CommandName, () => Promise<void>>>;

/** The part of Office that the commands need. */
export interface CommandHost {
  readonly actions: { associate(name: string, action: (event: { completed(): void }) => void): void };
}

/**
 * Ties the ribbon's commands to `handlers`. They run in the pane's own runtime (shared, long-lived), so this is called
 * once, after Office is ready, before the pane is shown. Excel keeps a button busy until `completed`: it is called
 * whatever happens, and a failure is then reported through `onError`.
 */
export function registerCommands(
  handlers: CommandHandlers,
  onError: (error: unknown) => void,
  host: CommandHost = Office,
): void {
  for (const name of COMMANDS) {
    host.actions.associate(name, (event) => {
      void Promise.resolve()
        .then(() => handlers[name]())
        .catch(onError)
        .finally(() => event.completed());
    });
  }
}
