/* [data-passkey="get|create"] asks the browser for a passkey before its form goes; [data-options] says where to ask for what. */
// What is there for passkeys alone stays hidden from browsers without them.
if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  document.querySelectorAll("[data-with-passkeys]").forEach((part) => { part.hidden = false; });
}

const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;
const post = (url, body) => fetch(url, {
  method: "POST",
  credentials: "same-origin",
  headers: { [meta("csrf-header")]: meta("csrf-token"), "Content-Type": "application/json", Accept: "application/json" },
  body,
});

const sent = new WeakSet();

async function create(form) {
  const options = PublicKeyCredential.parseCreationOptionsFromJSON(await (await post(form.dataset.options)).json());
  const key = await navigator.credentials.create({ publicKey: options });
  form.elements.key.value = JSON.stringify(key);
  sent.add(form);
  form.submit();
}

async function get(form) {
  const options = PublicKeyCredential.parseRequestOptionsFromJSON(await (await post(form.dataset.options)).json());
  const key = await navigator.credentials.get({ publicKey: options });
  const answer = await post(form.action, JSON.stringify(key));
  if (!answer.ok) throw new Error("refused");
  location.assign((await answer.json()).next);
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  const act = { create, get }[form.dataset.passkey];
  if (!act || sent.has(form) || event.defaultPrevented) return;
  event.preventDefault();
  const problem = form.querySelector("[data-passkey-problem]");
  problem.hidden = true;
  try {
    await act(form);
  } catch {
    problem.hidden = false;
  }
});
