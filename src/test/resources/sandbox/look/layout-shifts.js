// Adds up what moved by itself, as Chromium's cumulative layout shift does: not what a press or a key just moved.
window.layoutShift = 0;
window.shifts = [];
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) {
    if (entry.hadRecentInput) continue;
    window.layoutShift += entry.value;
    const what = entry.sources.map(({ node }) => node?.parentElement?.className || node?.nodeName);
    window.shifts.push(`${entry.value.toFixed(4)} ${what.join(' ')}`);
  }
}).observe({ type: 'layout-shift', buffered: true });
