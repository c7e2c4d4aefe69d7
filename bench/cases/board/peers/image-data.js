/** One pixel a machine in one image that the style sheet blows up: the least that shows a state as a colour. */
export async function mount(host, _data, count) {
  const canvas = document.createElement('canvas');
  const columns = 114;
  canvas.width = columns;
  canvas.height = Math.ceil(count / columns);
  canvas.style.cssText = 'width:1596px;height:880px;image-rendering:pixelated';
  host.append(canvas);
  const context = canvas.getContext('2d');
  const image = context.createImageData(canvas.width, canvas.height);
  const pixels = new Uint32Array(image.data.buffer);
  const colours = [0xff22aa22, 0xff22cccc, 0xffdd8822, 0xff2222dd, 0xff888888];
  let waits = false;
  const flush = () => {
    waits = false;
    context.putImageData(image, 0, 0);
  };
  for (let index = 0; index < count; index++) pixels[index] = colours[index % 5];
  flush();
  return {
    apply(message) {
      for (let at = 0; at < message.length; at += 3) pixels[message[at]] = colours[message[at + 1]];
      if (waits) return;
      waits = true;
      requestAnimationFrame(flush);
    },
    isPainted: () => true,
    says: (index) => colours.indexOf(pixels[index]),
  };
}
