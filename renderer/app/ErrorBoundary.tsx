import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { ErrorNotice } from '../contract/ErrorNotice.tsx';
import classes from './ErrorBoundary.module.css';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: unknown;
  readonly hasFailed: boolean;
}

/** Shows a fault of the window itself instead of an empty one. React has no function component for this. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override readonly state: ErrorBoundaryState = { error: null, hasFailed: false };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error, hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <main className={classes.fault}>
        <ErrorNotice error={this.state.error} />
        <Button onClick={() => window.location.reload()}>Load the window again</Button>
      </main>
    );
  }
}
