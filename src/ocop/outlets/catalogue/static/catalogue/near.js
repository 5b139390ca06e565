/* "Near me": the telephone is asked where it is only after a tap; two decimals (a kilometre) leave it. */

const button = document.querySelector("[data-near]"), said = document.querySelector("[data-said]");

if (button && "geolocation" in navigator) {
  button.hidden = false;
  button.addEventListener("click", () => {
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      const at = new URL(location.pathname, location.href);
      at.searchParams.set("gan", `${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)}`);
      location.assign(at);
    }, () => { said.textContent = button.dataset.failed; }, { maximumAge: 600000, timeout: 15000 });
  });
}
