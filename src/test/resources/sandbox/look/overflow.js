// What can be seen and sticks out of the window, and what has to be scrolled sideways.
() => {
  const cut = (node, box) => {
    for (let at = node.parentElement; at; at = at.parentElement) {
      const within = at.getBoundingClientRect();
      const edge = getComputedStyle(at).overflowX !== 'visible';
      if (edge && within.right <= innerWidth + 1 && within.left >= -1)
        return box.right > within.right || box.left < within.left;
    }
    return false;
  };
  const seen = [...document.querySelectorAll('body *')]
    .filter(node => node.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter(node => !node.closest('.unseen, .sprite, pre, .mirror'));
  const named = node =>
    `${node.tagName.toLowerCase()}.${node.getAttribute('class') ?? ''} “${node.textContent.trim().slice(0, 30)}”`;
  const outside = seen.filter(node => {
    const box = node.getBoundingClientRect();
    return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1) && !cut(node, box);
  });
  const scrolls = seen.filter(
    node => ['auto', 'scroll'].includes(getComputedStyle(node).overflowX) && node.scrollWidth > node.clientWidth + 1,
  );
  return [...outside.map(named), ...scrolls.map(node => `scrolls sideways: ${named(node)}`)];
}
