import { Component, type ReactNode } from "react";
import { Broken } from "./Broken.tsx";

interface State {
  readonly broken: boolean;
}

/** A page that throws does not take the pane with it; what stands in the sheet is not touched by it. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { broken: false };

  static getDerivedStateFromError(): State {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}
