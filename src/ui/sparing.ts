interface Connection {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

/** A reader who pays for bytes, or waits for them, is not made to fetch unasked what no page has shown yet. */
export function sparing(): boolean {
  const { connection } = navigator as { connection?: Connection };
  return connection?.saveData === true || /2g|3g/.test(connection?.effectiveType ?? "");
}
