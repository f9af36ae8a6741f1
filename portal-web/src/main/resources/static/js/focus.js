/* After a swap that the reader asked for, focus goes to [data-focus] in what came; a poll never moves it. */
const go = (target) => {
  target.setAttribute("tabindex", "-1");
  target.addEventListener("blur", () => target.removeAttribute("tabindex"), { once: true });
  target.focus();
};

document.addEventListener("htmx:afterSettle", (event) => {
  const polled = event.detail.requestConfig?.elt?.closest?.("[data-poll]");
  const target = event.target.matches?.("[data-focus]") ? event.target : event.target.querySelector?.("[data-focus]");
  if (!polled && target) go(target);
});

/* A page that comes with errors, or with an alert after a redirect, starts there. */
const first = document.querySelector("[data-focus-first]");
if (first) go(first);

/* Escape closes the menu. */
document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && document.querySelector("details[data-menu][open]");
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});
