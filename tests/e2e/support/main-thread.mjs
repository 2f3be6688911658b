// What a page's main thread does, as the browser's own trace has it: the processor's time, which other work of the machine does not
// make longer.

/** Begins to watch; the promise ends with the milliseconds of the processor in all, and in the longest task. One page at a time. */
export async function watchMainThread(page) {
  const browser = page.context().browser();
  await browser.startTracing(page, { categories: ['-*', 'disabled-by-default-lighthouse', 'disabled-by-default-devtools.timeline', '__metadata'] });
  return async () => {
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
    const mains = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`));
    const tasks = new Map();
    for (const { name, ph, tdur, pid, tid } of traceEvents) {
      const thread = `${pid} ${tid}`;
      if (name !== 'RunTask' || ph !== 'X' || !mains.has(thread)) continue;
      const { work, longest } = tasks.get(thread) ?? { work: 0, longest: 0 };
      const took = (tdur ?? 0) / 1000;
      tasks.set(thread, { work: work + took, longest: Math.max(longest, took) });
    }
    // A renderer held ready for another page does next to nothing.
    const [most] = [...tasks.values()].sort((a, b) => b.work - a.work);
    if (!most?.work) throw new Error('the trace has no time of the processor');
    return most;
  };
}
