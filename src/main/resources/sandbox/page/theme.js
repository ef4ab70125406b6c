/* Runs before the first paint, so that neither the colours nor the guide jump. */
(() => {
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem('tummler.theme');
    if (theme) root.dataset.theme = theme;
    if (sessionStorage.getItem('tummler.guide.closed') === 'true') root.dataset.guide = 'closed';
  } catch {
    // Storage is blocked: the system's theme holds.
  }
})();
