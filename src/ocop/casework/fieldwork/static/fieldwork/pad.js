/* A canvas to sign on, with finger, pen or mouse. */

const WIDTH = 2.5;

export function pad(canvas) {
  const pen = canvas.getContext("2d");
  let last = null, isEmpty = true;

  function clear() {
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    isEmpty = true;
  }

  const at = ({ clientX, clientY }) => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    return [(clientX - left) * (canvas.width / width), (clientY - top) * (canvas.height / height)];
  };

  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    last = at(event);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!last) return;
    const next = at(event);
    Object.assign(pen, { strokeStyle: "#14213d", lineWidth: WIDTH, lineCap: "round" });
    pen.beginPath();
    pen.moveTo(...last);
    pen.lineTo(...next);
    pen.stroke();
    last = next;
    isEmpty = false;
  });
  for (const kind of ["pointerup", "pointercancel"]) canvas.addEventListener(kind, () => { last = null; });
  clear();

  const file = (name) => new Promise((yes) => {
    canvas.toBlob((made) => yes(new File([made], name, { type: "image/png" })), "image/png");
  });
  return { clear, file, isEmpty: () => isEmpty };
}
