/* For everybody: reads the page with the voice of the device, where it has one of the language of the page,
   and makes letters larger. No cookie: the choice stays in the browser and is sent nowhere. */

const KEPT = "ocop-larger-text", root = document.documentElement;
const larger = document.querySelector("[data-larger]"), aloud = document.querySelector("[data-aloud]");

const kept = () => { try { return localStorage.getItem(KEPT) === "1"; } catch { return false; } };

function grow(is) {
  root.classList.toggle("larger", is);
  larger?.setAttribute("aria-pressed", String(is));
}

grow(kept());
if (larger) {
  larger.hidden = false;
  larger.addEventListener("click", () => {
    const is = !root.classList.contains("larger");
    grow(is);
    try { localStorage.setItem(KEPT, is ? "1" : "0"); } catch { /* then for this page alone */ }
  });
}

/* a voice of the language of the page; long texts are said a sentence at a time, because some voices stop */
const voice = () => speechSynthesis.getVoices().find((one) => one.lang.toLowerCase().startsWith(root.lang));

function sentences() {
  const said = [...document.querySelectorAll("main, .status")].map((one) => one.innerText).join("\n");
  return said.split(/(?<=[.!?…;])\s+|\n+/).map((one) => one.trim()).filter(Boolean).slice(0, 200);
}

if (aloud && "speechSynthesis" in window) {
  const name = aloud.textContent;
  const look = () => { aloud.hidden = !voice(); };
  const rest = () => { aloud.textContent = name; };
  look();
  speechSynthesis.addEventListener?.("voiceschanged", look);
  aloud.addEventListener("click", () => {
    const isSpeaking = speechSynthesis.speaking;
    speechSynthesis.cancel();
    if (isSpeaking) return rest();
    const all = sentences();
    all.forEach((text, place) => {
      const one = Object.assign(new SpeechSynthesisUtterance(text), { voice: voice(), lang: root.lang });
      if (place === all.length - 1) one.addEventListener("end", rest);
      speechSynthesis.speak(one);
    });
    aloud.textContent = aloud.dataset.stop;
  });
  addEventListener("pagehide", () => speechSynthesis.cancel());
}
