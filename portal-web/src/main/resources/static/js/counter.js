/* The form to send: one sentence for those who listen, after a second of rest; marks under the characters that cost. */
const REST_MS = 1000;
let resting;

const pattern = () => {
  const marks = document.getElementById("counter")?.dataset.marks;
  if (!marks) return null;
  const characters = marks.split(" ").map((mark) =>
    mark.split("-").map((hex) => `\\u{${hex}}`).join(""));
  return new RegExp(`(${characters.join("|")})`, "u");
};

const layer = () => {
  const box = document.querySelector("[data-layered]");
  const text = box?.querySelector("textarea");
  if (!text) return;
  let under = box.querySelector(".marks");
  if (!under) {
    under = document.createElement("div");
    under.className = "form-control marks";
    under.setAttribute("aria-hidden", "true");
    box.prepend(under);
    text.addEventListener("scroll", () => (under.scrollTop = text.scrollTop));
    text.addEventListener("input", layer);
  }
  const found = pattern();
  under.replaceChildren(...(found ? text.value.split(found) : [text.value]).map((piece, i) => {
    if (i % 2 === 0) return document.createTextNode(piece);
    const mark = document.createElement("mark");
    mark.textContent = piece;
    return mark;
  }));
  for (const button of document.querySelectorAll("[data-next-mark]")) button.hidden = !found;
};

document.addEventListener("click", (event) => {
  const found = event.target.closest("[data-next-mark]") && pattern();
  if (!found) return;
  const text = document.querySelector("[data-layered] textarea");
  const from = text.selectionEnd > text.selectionStart ? text.selectionEnd : 0;
  const all = [...text.value.matchAll(new RegExp(found, "gu"))];
  const next = all.find((match) => match.index >= from) ?? all[0];
  if (!next) return;
  text.focus();
  text.setSelectionRange(next.index, next.index + next[0].length);
});

document.addEventListener("htmx:afterSettle", () => {
  layer();
  clearTimeout(resting);
  resting = setTimeout(() => {
    const status = document.getElementById("counter-status");
    if (status) status.textContent = document.getElementById("counter").dataset.said;
  }, REST_MS);
});
layer();
