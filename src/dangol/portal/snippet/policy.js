// The policy's promises on a page of another site. No cookies, nothing kept, nothing inline: the host's content policy
// needs this script's origin in script-src and nothing else. Called with what the policy in force says.
((told) => {
  "use strict";
  const script = document.currentScript;
  const home = new URL(script.src).origin;
  const wanted = [script.dataset.language, script.closest("[lang]")?.lang, ...navigator.languages, told.first];
  const language = wanted.map((one) => (one ?? "").slice(0, 2).toLowerCase()).find((one) => one in told.languages);
  const said = told.languages[language];
  const element = (name, text, children = []) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    made.append(...children);
    return made;
  };
  const link = element("a", said.more);
  link.href = `${home}/policy/${language}/`;
  link.hreflang = language;
  const list = element("ul", "", said.promises.map((one) => element("li", one)));
  const box = element("section", "", [element("p", said.title), list, link]);
  box.setAttribute("aria-label", said.title);
  box.lang = language;
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  // A sheet made by a script is no inline style: the host's style-src need not know of it.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    section { border: 1px solid currentColor; border-radius: 0.5rem; padding: 0.75rem 1rem; font: inherit; color: inherit; }
    p { margin: 0 0 0.5rem; font-weight: 650; }
    ul { margin: 0 0 0.5rem; padding-inline-start: 1.25rem; }
    li { margin-block: 0.25rem; }
    a { display: inline-block; padding-block: 0.6rem; color: inherit; text-decoration: underline; text-underline-offset: 0.2em; }
    a:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
    :lang(ko) { word-break: keep-all; }
  `);
  root.adoptedStyleSheets = [sheet];
  root.append(box);
  script.before(host);
})
