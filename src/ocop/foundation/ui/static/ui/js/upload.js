/* Sends a form by script and tells how far it is; a page of words where there is no network. What is to be
   known about its files (files.js) comes through `hooks`. */

/* ready(form): whether it may go; sent(form): it has arrived; shows(form): who is told (state, number) while
   it goes: "sending" with per cent, "checking", "" when it was answered, "failed" with the status;
   several(form): sends it once for each file where there are several to choose; rests(form): nothing of it
   is on its way any more, what failed may be sent again. */
export const hooks = {
  ready: async () => true, sent: async () => {}, shows: () => () => {}, several: () => null, rests: () => {},
};

/* Sends `data`, all of the form or a part. { go } leads on, { main, title } is the page as the server
   answered it, { status } anything else; nothing at all came back where it is 0. */
export function post(form, data, shows = hooks.shows(form)) {
  const request = new XMLHttpRequest();
  request.open("POST", form.getAttribute("action") ?? location.href);
  request.setRequestHeader("X-Requested-With", "whole");
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    const part = Math.floor((100 * loaded) / total);
    shows(part < 100 ? "sending" : "checking", part);
  });
  return new Promise((done) => {
    const end = () => {
      const answer = answered(request);
      shows(answer.go || answer.main ? "" : "failed", answer.status);
      done(answer);
    };
    for (const kind of ["error", "timeout", "load"]) request.addEventListener(kind, end);
    request.send(data);
  });
}

function answered(request) {
  const { status, responseText } = request, kind = request.getResponseHeader("content-type") ?? "";
  if (status === 200 && kind.includes("json")) return { status, ...JSON.parse(responseText) };
  const isPage = kind.includes("html") && status && status < 500;
  const page = isPage ? new DOMParser().parseFromString(responseText, "text/html") : null;
  const main = page?.querySelector("main");
  return main ? { status, main: document.adoptNode(main), title: page.title } : { status };
}

/* The page as it was answered, in the place of the one that is there. */
export function renew({ main, title }) {
  document.querySelector("main").replaceWith(main);
  document.title = title;
}

/* ... and what is to be mended first. */
export const begin = (main) => (main.querySelector(".error-summary") ?? main).focus();
