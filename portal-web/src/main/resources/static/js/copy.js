/* [data-copy="#id"] copies the text of that element, and says so only after the clipboard did it. */
const say = (button, text) => {
  const status = document.getElementById("copy-status");
  status.textContent = "";
  setTimeout(() => (status.textContent = text), 50);
  const label = button.querySelector("[data-label]");
  label.dataset.first ??= label.textContent;
  label.textContent = text;
  clearTimeout(button.timer);
  button.timer = setTimeout(() => (label.textContent = label.dataset.first), 4000);
};

const select = (element) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
};

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const source = document.querySelector(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(source.dataset.plain ?? source.value ?? source.textContent.trim());
    say(button, button.dataset.copied);
  } catch {
    source.select ? source.select() : select(source);
    say(button, button.dataset.failed);
  }
});
for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;
document.addEventListener("htmx:load", (event) => {
  for (const button of event.target.querySelectorAll?.("[data-copy]") ?? []) button.hidden = false;
});
