/** Resolves in the first task after the next frame, when what was asked for is painted. */
export function painted() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(0);
    });
  });
}

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A box of a fixed size in the page. */
export function box(width, height) {
  const element = document.createElement('div');
  element.style.cssText = `width:${width}px;height:${height}px;overflow:hidden;position:relative`;
  document.body.append(element);
  return element;
}

/** A canvas of a fixed size in a box. */
export function canvasIn(host, width, height) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.style.display = 'block';
  host.append(canvas);
  return canvas.getContext('2d', { alpha: false });
}

/** All canvases below a node, those in shadow roots included. */
export function canvasesBelow(node, found = []) {
  if (node instanceof HTMLCanvasElement) found.push(node);
  if (node.shadowRoot) canvasesBelow(node.shadowRoot, found);
  for (const child of node.children ?? []) canvasesBelow(child, found);
  return found;
}

/** What the canvases below a node show together, as pixels of a box of the node's size. */
export function pixelsOf(node) {
  const frame = node.getBoundingClientRect();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(frame.width);
  canvas.height = Math.round(frame.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingEnabled = false;
  for (const part of canvasesBelow(node)) {
    const place = part.getBoundingClientRect();
    if (part.width === 0 || part.height === 0) continue;
    context.drawImage(part, place.left - frame.left, place.top - frame.top, place.width, place.height);
  }
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** Gives the harness the two halves of a page: `prepare` is not measured, `run` is, `verify` is the oracle. */
export function expose(parts) {
  window.bench = parts;
}
