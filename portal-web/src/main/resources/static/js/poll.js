/* [data-poll] fragments: not while the page is hidden, once when it is seen again, and old content stays when a poll fails. */
const polls = () => document.querySelectorAll("[data-poll]");

document.addEventListener("htmx:beforeRequest", (event) => {
  if (document.hidden && event.detail.elt.closest("[data-poll]")) event.preventDefault();
});

document.addEventListener("visibilitychange", () => {
  if (!document.hidden) polls().forEach((element) => window.htmx?.trigger(element, "seen"));
});

const failed = (event) => {
  const element = event.detail.elt.closest?.("[data-poll]");
  if (!element || element.dataset.stale) return;
  const since = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  element.dataset.stale = (element.dataset.staleText ?? "{0}").replace("{0}", since);
};
document.addEventListener("htmx:responseError", failed);
document.addEventListener("htmx:sendError", failed);
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful) delete event.detail.elt.dataset?.stale;
});
