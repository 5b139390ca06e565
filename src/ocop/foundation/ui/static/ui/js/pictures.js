/* Photographs as they are sent: upright, at most 2,400 pixels long (a sheet of A4 keeps 200 dpi), as JPEG.
   The place and the hour that a camera notes in them stay on the phone. */

const LONGEST = 2400, QUALITY = 0.85;

const canvas = (width, height) => Object.assign(document.createElement("canvas"), { width, height });

/* Some browsers answer noise when a page asks for what was drawn. */
const isTrue = (() => {
  let known;
  return () => known ??= (() => {
    const pen = canvas(1, 1).getContext("2d");
    pen.fillStyle = "#123456";
    pen.fillRect(0, 0, 1, 1);
    return pen.getImageData(0, 0, 1, 1).data.join() === "18,52,86,255";
  })();
})();

/* The photograph made smaller; the same file where that saves nothing, or where this browser cannot read it.
   With `isForeign` (of a kind that the server does not take) whatever can be read is made anew. */
export async function smaller(file, isForeign) {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const { width, height } = picture, scale = Math.min(1, LONGEST / Math.max(width, height));
    if (scale === 1 && file.type === "image/png") return file; // drawings and screens stay sharp
    const sheet = canvas(Math.round(width * scale), Math.round(height * scale));
    const pen = sheet.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, sheet.width, sheet.height);
    pen.imageSmoothingQuality = "high";
    pen.drawImage(picture, 0, 0, sheet.width, sheet.height);
    picture.close();
    const made = isTrue() && await new Promise((yes) => sheet.toBlob(yes, "image/jpeg", QUALITY));
    if (!made || (made.size >= file.size && !isForeign)) return file;
    const name = /\.jpe?g$/i.test(file.name) ? file.name : `${file.name.replace(/\.\w{1,8}$/, "")}.jpg`;
    return new File([made], name, { type: made.type, lastModified: file.lastModified });
  } catch {
    return file;
  }
}
