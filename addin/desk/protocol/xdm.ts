/** The messages between office.js and the page that holds it: JSON texts posted across frames. */
export interface XdmMessage {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _actionType: number;
  readonly _data: unknown;
}

export const XdmAction = { Invoke: 0, RegisterEvent: 1, UnregisterEvent: 2 } as const;

/** Calls of office.js by their dispatch id. */
export const Dispatch = {
  RefreshSettings: 75,
  SaveSettings: 76,
  RichApi: 93,
  CommandCompleted: 94,
} as const;

export const XDM_FAILED = -2;

/** The request in a posted text, or null for anything else. */
export function parseRequest(text: unknown, conversation: string): XdmMessage | null {
  if (typeof text !== "string") return null;
  try {
    const message = JSON.parse(text) as Partial<XdmMessage> | null;
    const ours = message?._messageType === 0 && message._conversationId === conversation;
    return ours ? (message as XdmMessage) : null;
  } catch {
    return null;
  }
}

interface Call {
  readonly DdaMethod?: { readonly DispatchId?: number };
  readonly DdaSettingsMethod?: { readonly Properties?: readonly (readonly [string, string])[] };
  readonly ArrayData?: readonly unknown[];
}

/** The data of an `executeMethod` message. */
export const callOf = (message: XdmMessage): Call => message._data ?? {};
