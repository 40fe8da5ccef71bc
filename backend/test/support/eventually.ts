/** Tries a check again until it holds: for what a page sends in the background. */
export async function eventually(check: () => Promise<void>, seconds = 5): Promise<void> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
