// The studio by keyboard, line numbers beside the document, and focus where something new appeared.
"use strict";

const typing = (target) => target.closest("input, select, textarea, [contenteditable], dialog");
const links = (mark) => [...document.querySelectorAll(`a[${mark}]`)];

// --- shortcuts, shown by ? ---
const among = (list, step) => {
  const at = list.indexOf(document.activeElement);
  const wanted = at < 0 ? (step > 0 ? 0 : list.length - 1) : Math.min(Math.max(at + step, 0), list.length - 1);
  list[wanted]?.focus();
};
const section = (step) => {
  const all = links("data-section");
  const at = all.findIndex((one) => one.getAttribute("aria-current"));
  const next = all[at + step];
  if (next) location.assign(next.href);
};
const keys = {
  j: () => among(links("data-clause"), 1),
  k: () => among(links("data-clause"), -1),
  n: () => section(1),
  p: () => section(-1),
  f: () => document.getElementById("findings")?.focus(),
  "?": () => document.getElementById("shortcuts")?.showModal(),
};
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const form = document.querySelector("form[data-save]");
    if (form) {
      event.preventDefault();
      form.requestSubmit(form.querySelector("button[value=save]") ?? form.querySelector("button"));
    }
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
  const tab = "12345".includes(event.key) && document.querySelectorAll("nav[data-tabs] a")[event.key - 1];
  const act = tab ? () => location.assign(tab.href) : keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

// --- after a part was opened or a row added, the reader stands in it ---
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id !== "form-place") return;
  const wish = event.detail.requestConfig?.parameters?.do ?? "";
  const [act, name] = [wish.split(":")[0], wish.slice(wish.indexOf(":") + 1)];
  const place = document.querySelector(`[data-field="${CSS.escape(name)}"]`) ?? document.querySelector("[data-first]");
  if (!place) return;
  const inputs = place.querySelectorAll("input:not([type=hidden]), select, textarea, button");
  (act === "add" ? [...inputs].filter((one) => one.tagName !== "BUTTON").at(-1) : inputs[0])?.focus();
});
document.querySelector("[data-first]")?.focus();

// --- the document: numbers beside the lines, and going to a line ---
const text = document.getElementById("text");
const numbers = document.getElementById("numbers");
if (text && numbers) {
  const count = () => {
    const lines = text.value.split("\n").length;
    if (Number(numbers.dataset.lines) === lines) return;
    numbers.dataset.lines = lines;
    numbers.textContent = Array.from({ length: lines }, (_, at) => at + 1).join("\n");
  };
  const follow = () => {
    numbers.scrollTop = text.scrollTop;
  };
  const to = (line) => {
    const lines = text.value.split("\n");
    const number = line === "examples" ? lines.findIndex((one) => one.startsWith("examples:")) + 1 : Number(line);
    if (!number || number > lines.length) return;
    const start = lines.slice(0, number - 1).reduce((sum, one) => sum + one.length + 1, 0);
    text.focus();
    text.setSelectionRange(start, start + lines[number - 1].length);
    text.scrollTop = Math.max(0, (number - 6) * parseFloat(getComputedStyle(text).lineHeight));
    follow();
  };
  numbers.hidden = false;
  text.addEventListener("input", count);
  text.addEventListener("scroll", follow);
  count();
  if (text.dataset.line) to(text.dataset.line);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("#looked a[data-line]");
    if (!link) return;
    event.preventDefault();
    to(link.dataset.line);
  });
}
