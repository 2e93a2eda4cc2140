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

// When a request could not be answered, say so in the page's language; nothing typed is lost.
const say = (name) => {
  const text = document.getElementById(name);
  const place = document.getElementById("messages");
  if (!text || !place) return;
  place.replaceChildren(text.content.cloneNode(true));
  place.classList.add("said");
};
document.addEventListener("htmx:beforeRequest", () => document.querySelector("#messages.said")?.replaceChildren());
document.addEventListener("htmx:sendError", () => say("text-offline"));
document.addEventListener("htmx:timeout", () => say("text-offline"));
document.addEventListener("htmx:responseError", () => say("text-failed"));
