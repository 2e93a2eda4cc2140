// Builds what pages load into src/dangol/static_built: one style sheet, scripts, one file of icons; and the letters of PDFs.
// Usage: node build.mjs
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const front = dirname(fileURLToPath(import.meta.url));
const package_ = dirname(front);
const modules = join(front, "node_modules");
const out = join(package_, "static_built", "dangol");

function filesBelow(folder, ending) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes("node_modules") && !path.includes("static_built"));
}

// Templates name their icons: {% icon "phone" %} or icon="phone" on a design piece.
function namedIcons() {
  const names = new Set(["badge-check", "circle-alert", "hand", "info"]);
  const pattern = /\{%\s*icon\s+["']([a-z0-9-]+)["']|\bicon=["']([a-z0-9-]+)["']/g;
  for (const path of [...filesBelow(package_, ".html"), ...filesBelow(package_, ".py")]) {
    for (const match of readFileSync(path, "utf8").matchAll(pattern)) names.add(match[1] ?? match[2]);
  }
  return [...names].sort();
}

function symbol(name) {
  let svg;
  try {
    svg = readFileSync(join(modules, "lucide-static", "icons", `${name}.svg`), "utf8");
  } catch {
    throw new Error(`There is no Lucide icon named ${name}; a template asks for it.`);
  }
  const inside = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
  return `<symbol id="${name}" viewBox="0 0 24 24">${inside.replace(/\s*\n\s*/g, "")}</symbol>`;
}

function buildStyles() {
  const cli = join(modules, "@tailwindcss", "cli", "dist", "index.mjs");
  const arguments_ = [cli, "-i", join(front, "styles", "dangol.css"), "-o", join(out, "dangol.css"), "--minify"];
  const done = spawnSync(process.execPath, arguments_, { cwd: front, stdio: ["ignore", "inherit", "pipe"] });
  if (done.status !== 0) throw new Error(`The style sheet could not be built:\n${done.stderr}`);
}

// A PDF carries its letters with it: Latin with Vietnamese accents and Cyrillic, and Korean.
function copyLetters() {
  const into = join(package_, "static_built", "letters");
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  for (const [family, name] of [["noto-sans", "NotoSans"], ["noto-sans-kr", "NotoSansKR"]]) {
    for (const weight of ["400Regular", "700Bold"]) {
      const file = `${name}_${weight}.ttf`;
      copyFileSync(join(modules, "@expo-google-fonts", family, weight, file), join(into, file));
    }
    copyFileSync(join(modules, "@expo-google-fonts", family, "LICENSE_FONT"), join(into, `${name}-LICENSE`));
  }
}

const sprite = namedIcons().map(symbol).join("");
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
writeFileSync(join(out, "icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">${sprite}</svg>\n`);
copyFileSync(join(modules, "htmx.org", "dist", "htmx.min.js"), join(out, "htmx.js"));
for (const name of readdirSync(join(front, "scripts"))) copyFileSync(join(front, "scripts", name), join(out, name));
copyFileSync(join(front, "mark.svg"), join(out, "mark.svg"));
buildStyles();
copyLetters();
