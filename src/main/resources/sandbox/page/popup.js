const GAP_PX = 6;
const EDGE_PX = 8;

/**
 * Shows `node`, a popover, at `anchor`, an element or a point `{x, y}`: below it, or above where there is more room. It
 * closes as popovers do, by Escape or a press elsewhere, and is then removed; `closed` is told.
 */
export function popup(node, anchor, { focus, closed } = {}) {
  const home = anchor instanceof Element ? (anchor.closest('dialog') ?? document.body) : document.body;
  const place = () => put(node, anchor);
  node.setAttribute('popover', 'auto');
  node.classList.add('popup');
  node.addEventListener('toggle', event => {
    if (event.newState !== 'closed') return;
    removeEventListener('resize', place);
    removeEventListener('scroll', place, true);
    node.remove();
    closed?.();
  });
  home.append(node);
  node.showPopover();
  place();
  addEventListener('resize', place);
  addEventListener('scroll', place, { capture: true, passive: true });
  (focus ?? node).focus({ preventScroll: true });
}

function put(node, anchor) {
  const at =
    anchor instanceof Element
      ? anchor.getBoundingClientRect()
      : { left: anchor.x, right: anchor.x, top: anchor.y, bottom: anchor.y };
  const below = innerHeight - at.bottom - GAP_PX - EDGE_PX;
  const above = at.top - GAP_PX - EDGE_PX;
  node.style.maxHeight = '';
  const { offsetWidth: width, scrollHeight: wanted } = node;
  const down = below >= wanted || below >= above;
  const height = Math.min(wanted, Math.max(down ? below : above, 120));
  if (wanted > height) node.style.maxHeight = `${height}px`;
  const top = down ? at.bottom + GAP_PX : at.top - GAP_PX - node.offsetHeight;
  node.style.left = `${Math.max(EDGE_PX, Math.min(at.left, innerWidth - width - EDGE_PX))}px`;
  node.style.top = `${Math.max(EDGE_PX, Math.min(top, innerHeight - node.offsetHeight - EDGE_PX))}px`;
}
