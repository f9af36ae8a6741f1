/* A form that was just sent is not sent again by a second click; a flag, not "disabled", so that focus stays. */
const PAUSE_MS = 1500;

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method === "get") return;
  if (form.dataset.sent) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, PAUSE_MS);
}, true);

/* Back from the next page: the form may be sent again. */
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

/* [data-autosubmit] sends its form when a choice in it changes; the button stays for those without scripts. */
document.addEventListener("change", (event) => {
  event.target.closest("form[data-autosubmit]")?.requestSubmit();
});
