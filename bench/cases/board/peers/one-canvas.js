/** A disc and a name for each machine, written by hand on one canvas. */
export async function mount(host, _data, count) {
  const canvas = document.createElement('canvas');
  canvas.width = 1596;
  canvas.height = 880;
  host.append(canvas);
  const context = canvas.getContext('2d');
  const colours = ['#319761', '#2878c0', '#958628', '#b90414', '#51504c'];
  const states = Uint8Array.from({ length: count }, (_, index) => index % 5);
  const columns = 18;
  const paint = (index) => {
    const left = (index % columns) * 88;
    const top = Math.floor(index / columns) * 15;
    context.fillStyle = '#fff';
    context.fillRect(left, top, 87, 14);
    context.fillStyle = colours[states[index]];
    context.beginPath();
    context.arc(left + 7, top + 7, 5, 0, 7);
    context.fill();
    context.fillStyle = '#111';
    context.fillText(`Machine ${index}`, left + 18, top + 11);
  };
  context.font = '12px sans-serif';
  for (let index = 0; index < count; index++) paint(index);
  return {
    apply(message) {
      for (let at = 0; at < message.length; at += 3) {
        states[message[at]] = message[at + 1];
        paint(message[at]);
      }
    },
    isPainted: () => true,
    says: (index) => states[index],
  };
}
