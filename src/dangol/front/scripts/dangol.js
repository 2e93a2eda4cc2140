// What pages do beyond plain HTML; every page works without this file.
"use strict";

// A form that is on its way is not sent a second time by an impatient finger.
// (The server recognises a repeated key anyway; this only spares the wait.)
document.addEventListener("submit", (event) => {
  const form = event.target;
  // htmx sends the others; it keeps the page when the network is lost and lets the same form be sent again.
  if (form.method !== "post" || form.matches("[hx-post], [hx-boost]")) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  form.setAttribute("aria-busy", "true");
});
// Coming back with the browser's button shows the page as it was left: open the forms again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.removeAttribute("aria-busy");
  }
});

// Menus close by Escape and by a click elsewhere.
const openMenus = () => document.querySelectorAll("details.menu-details[open]");
document.addEventListener("click", (event) => {
  for (const menu of openMenus()) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of openMenus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// When a request could not be answered, say so in the page's language; nothing typed is lost. It stands until what
// failed has been sent again: a preview that works meanwhile does not take back what was said about the form.
let failed = null;
const say = (name, sender) => {
  const text = document.getElementById(name);
  const place = document.getElementById("messages");
  if (!text || !place) return;
  place.replaceChildren(text.content.cloneNode(true));
  place.classList.add("said");
  if (!failed?.isConnected || !failed.matches("form")) failed = sender;
};
document.addEventListener("htmx:afterOnLoad", (event) => {
  if (event.detail.elt !== failed || !event.detail.successful) return;
  failed = null;
  document.querySelector("#messages.said")?.replaceChildren();
});
document.addEventListener("htmx:sendError", (event) => say("text-offline", event.detail.elt));
document.addEventListener("htmx:timeout", (event) => say("text-offline", event.detail.elt));
document.addEventListener("htmx:responseError", (event) => say("text-failed", event.detail.elt));
