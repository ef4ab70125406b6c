// Every text and every sign in sight against what is painted behind it, by WCAG 2: 4.5:1, for large text and signs 3:1.
() => {
  const parse = colour => {
    const canvas = (window.probe ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true }));
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = ([r, g, b, a], under) => [r, g, b].map((part, at) => part * a + under[at] * (1 - a));
  const luminance = rgb => {
    const [r, g, b] = rgb
      .map(part => part / 255)
      .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const chain = node => {
    const all = [];
    for (let at = node; at; at = at.parentElement) {
      all.push(at);
      // What is on top of everything has only its own ground behind it.
      if (at.matches(':popover-open, dialog[open]')) break;
    }
    return all;
  };
  const ground = node =>
    chain(node).reduceRight((under, at) => over(parse(getComputedStyle(at).backgroundColor), under), [255, 255, 255]);
  const faded = node => chain(node).reduce((all, at) => all * Number(getComputedStyle(at).opacity), 1);
  const disabled = node => node.closest(':disabled, [aria-disabled=true], .unseen, .mirror');
  const pale = [];
  let looked = 0;
  const judge = (node, colour, least, what) => {
    const opacity = faded(node);
    if (opacity === 0 || disabled(node) || !node.checkVisibility({ visibilityProperty: true })) return;
    const box = node.getBoundingClientRect();
    if (!box.width || !box.height || box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth)
      return;
    const behind = ground(node);
    const [r, g, b, a] = parse(colour);
    const ratio = contrast(over([r, g, b, a * opacity], behind), behind);
    looked++;
    if (ratio < least)
      pale.push(
        `${ratio.toFixed(2)} < ${least}: ${what} in ${node.tagName.toLowerCase()}.${node.getAttribute('class') ?? ''} of ${node.parentElement?.className}`,
      );
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const words = walker.currentNode.textContent.trim();
    const node = walker.currentNode.parentElement;
    if (words === '' || node.closest('script, style, noscript, option, svg')) continue;
    // Emoji bring their own colours.
    if (/^[\p{Emoji_Presentation}\p{Extended_Pictographic}\uFE0F\s]+$/u.test(words)) continue;
    const style = getComputedStyle(node);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    judge(node, style.color, large ? 3 : 4.5, `“${words.slice(0, 40)}”`);
  }
  for (const field of document.querySelectorAll('input:not([type]), input[type=text], textarea')) {
    judge(field, getComputedStyle(field).color, 4.5, 'what is typed');
    if (field.placeholder) judge(field, getComputedStyle(field, '::placeholder').color, 4.5, `“${field.placeholder}”`);
  }
  for (const sign of document.querySelectorAll('svg:not(.sprite, .mark)'))
    judge(sign, getComputedStyle(sign).color, 3, 'a sign');
  return looked > 20 ? pale : [`only ${looked} texts were looked at`];
}
