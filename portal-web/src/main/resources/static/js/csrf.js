/* Every htmx request that changes something carries the token of the page. */
const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

document.addEventListener("htmx:configRequest", (event) => {
  if (event.detail.verb !== "get" && meta("csrf-token")) {
    event.detail.headers[meta("csrf-header")] = meta("csrf-token");
  }
});
