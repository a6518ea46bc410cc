/**
 * Milliseconds of the processor that this thread has used. On a busy machine a clock also counts the time in which the
 * thread had to wait, and would take any work for slow.
 */
export function processorMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
