import { Component, type ReactNode } from "react";
import { UiContext, type UiWords } from "./words.ts";

interface Props {
  readonly children: ReactNode;
}

/** What breaks inside is replaced by a sentence and "try again"; the page around it, and all that was entered, stays. */
export class Boundary extends Component<Props, { readonly broken: boolean }> {
  static override contextType = UiContext;
  declare readonly context: UiWords;
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <div className="figure broken" role="alert">
        <p>{this.context.broken}</p>
        <button type="button" onClick={() => this.setState({ broken: false })}>
          {this.context.retry}
        </button>
      </div>
    );
  }
}
