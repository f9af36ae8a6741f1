/* form[data-upload]: a file is sent as soon as it is chosen, by a real button; without scripts the field and its button do. */
const parts = (form) => ({
  input: form.querySelector("input[type=file]"),
  pick: form.querySelector("[data-upload-pick]"),
  plain: form.querySelector("[data-upload-plain]"),
  status: form.querySelector("[data-upload-status]"),
});

const rest = (form) => {
  const { pick, status } = parts(form);
  form.reset();
  delete form.dataset.sent;
  delete form.dataset.uploading;
  pick.querySelector("[data-label]").textContent = pick.dataset.pick;
  status.textContent = "";
};

const ready = (form) => {
  const { input, pick, plain } = parts(form);
  plain.hidden = true;
  pick.hidden = false;
  pick.id = input.id; // a summary of errors leads to the button
  input.removeAttribute("id");
  rest(form);
  pick.addEventListener("click", () => {
    if (!form.dataset.uploading) return input.click();
    stop();
    rest(form);
  });
  input.addEventListener("change", () => {
    if (input.files.length) form.requestSubmit();
  });
  form.addEventListener("submit", () => {
    const { status } = parts(form);
    form.dataset.uploading = "yes";
    pick.querySelector("[data-label]").textContent = pick.dataset.cancel;
    status.textContent = status.dataset.text.replace("%s", input.files[0]?.name ?? "");
  });
};

for (const form of document.querySelectorAll("form[data-upload]")) ready(form);

/* Back from the next page: another file may be chosen. */
addEventListener("pageshow", (event) => {
  if (event.persisted) document.querySelectorAll("form[data-upload]").forEach(rest);
});
