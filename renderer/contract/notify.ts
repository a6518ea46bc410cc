import { notifications } from '@mantine/notifications';
import { describeError, isCancelled } from './error-sentences.ts';

/** Shows a failure as a toast; one that the person caused by cancelling is not shown. */
export function notifyError(thrown: unknown): void {
  if (isCancelled(thrown)) return;
  const { title, message, advice } = describeError(thrown);
  notifications.show({ color: 'red', title, message: `${message} ${advice}`, autoClose: 12_000 });
}
