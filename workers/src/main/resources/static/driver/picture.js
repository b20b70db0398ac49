// Photos drawn small enough for a weak network, and names written with a finger.
import { newId } from './store.js';

const LONGEST_SIDE = 1280;
const MOST_BYTES = 900_000;

async function kept(canvas, kind, type, quality) {
  const blob = await new Promise(resolve => canvas.toBlob(resolve, type, quality));
  return { id: newId(), kind, type, bytes: await blob.arrayBuffer() };
}

/** @returns the photo as it is sent; what the camera wrote about place and phone stays behind */
export async function photo(file) {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const share = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * share));
  canvas.height = Math.max(1, Math.round(bitmap.height * share));
  canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  let drawn;
  for (const quality of [0.8, 0.6, 0.4]) {
    drawn = await kept(canvas, 'photo', 'image/jpeg', quality);
    if (drawn.bytes.byteLength <= MOST_BYTES) {
      break;
    }
  }
  return drawn;
}

/** Lets somebody write on a canvas. */
export function signature(canvas, onWritten) {
  const pen = canvas.getContext('2d');
  let isWritten = false;
  function clear() {
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    isWritten = false;
    onWritten(false);
  }
  function at(event) {
    const box = canvas.getBoundingClientRect();
    return [(event.clientX - box.left) * canvas.width / box.width, (event.clientY - box.top) * canvas.height / box.height];
  }
  canvas.addEventListener('pointerdown', event => {
    canvas.setPointerCapture(event.pointerId);
    pen.lineWidth = 4;
    pen.lineCap = pen.lineJoin = 'round';
    pen.strokeStyle = '#111';
    pen.beginPath();
    pen.moveTo(...at(event));
  });
  canvas.addEventListener('pointermove', event => {
    if (event.buttons) {
      pen.lineTo(...at(event));
      pen.stroke();
      if (!isWritten) {
        isWritten = true;
        onWritten(true);
      }
    }
  });
  clear();
  return { clear, picture: () => kept(canvas, 'signature', 'image/png') };
}
