"""Measures the contrast of a link in Chromium, where it is installed: on the page as fetched, without any network.

Scripts are left out and style sheets put in, so the browser asks nobody for anything. Spoken to over a pipe.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from copy import deepcopy
from select import select
from time import monotonic
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from dangol.flows.site_audit.document import Document
from dangol.flows.site_audit.styles import Sheets

_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-pipe",
    # No name leads anywhere: what the page asks for is not fetched.
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
# The browser reads its orders from descriptor 3 and answers on 4.
_ON_3_AND_4 = """import fcntl, os, sys
into, out = (fcntl.fcntl(int(one), fcntl.F_DUPFD, 10) for one in sys.argv[1:3])
os.dup2(into, 3)
os.dup2(out, 4)
os.execv(sys.argv[3], sys.argv[3:])"""
_SECONDS = 30
_MARK = "data-audited"
_MEASURE = """(() => {
  const one = document.querySelector('[data-audited]');
  if (!one || !one.checkVisibility()) return null;
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const parts = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r / 255, g / 255, b / 255, a / 255];
  };
  const layers = [];
  for (let here = one; here; here = here.parentElement) {
    const style = getComputedStyle(here);
    if (style.backgroundImage !== 'none') return null;
    layers.push(parts(style.backgroundColor));
  }
  let behind = [1, 1, 1];
  for (const [r, g, b, a] of layers.reverse()) behind = [r, g, b].map((part, at) => part * a + behind[at] * (1 - a));
  const [r, g, b, a] = parts(getComputedStyle(one).color);
  return [[r, g, b].map((part, at) => part * a + behind[at] * (1 - a)), behind];
})()"""


def found() -> str | None:
    """The browser of this machine; None where there is none."""
    return next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
    )


def colours_of(page: Document, element: Element, sheets: Sheets) -> Any:
    """The colour of the words and of what is behind them, sRGB from 0 to 1; None when that cannot be measured."""
    browser = found()
    if browser is None:
        return None
    try:
        return _measured(browser, _alone(page, element, sheets))
    except (OSError, ValueError, subprocess.SubprocessError):
        return None


def _alone(page: Document, element: Element, sheets: Sheets) -> str:
    """The page with its sheets inside, its scripts left out, and the element marked."""
    element.set(_MARK, "")
    root = deepcopy(page.root)
    del element.attrib[_MARK]
    for parent in list(root.iter()):
        for name in [name for name in parent.attrib if str(name).lower().startswith("on")]:
            del parent.attrib[name]
        for child in list(parent):
            sheet = child.tag == "link" and "stylesheet" in child.get("rel", "").lower()
            if child.tag in ("script", "iframe", "object", "base", "style") or sheet:
                _without(parent, child)
    head = root.find("head")
    for text in sheets.screen:
        SubElement(root if head is None else head, "style").text = text
    return tostring(root, encoding="unicode", method="html")


def _without(parent: Element, child: Element) -> None:
    """Takes a child out and keeps the text after it."""
    before = list(parent).index(child)
    tail = child.tail or ""
    if before:
        parent[before - 1].tail = (parent[before - 1].tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(child)


def _measured(browser: str, html: str) -> Any:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        to_child, ours_out = os.pipe()
        ours_in, from_child = os.pipe()
        command = [sys.executable, "-c", _ON_3_AND_4, str(to_child), str(from_child), browser, *_FLAGS, *_as_root()]
        started = subprocess.Popen(  # noqa: S603  nothing of the page is part of the command
            [*command, f"--user-data-dir={home}", "about:blank"],
            pass_fds=(to_child, from_child),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_child)
        os.close(from_child)
        try:
            return _asked(_Talk(ours_out, ours_in), html)
        finally:
            os.close(ours_out)
            os.close(ours_in)
            try:
                started.wait(5)
            except subprocess.TimeoutExpired:
                started.kill()
                started.wait()


def _as_root() -> tuple[str, ...]:
    """Chromium refuses its sandbox to root; the page it shows has no scripts."""
    return ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()


def _asked(talk: "_Talk", html: str) -> Any:
    target = talk.ask("Target.createTarget", url="about:blank")["targetId"]
    session = talk.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    frame = talk.ask("Page.getFrameTree", session=session)["frameTree"]["frame"]["id"]
    talk.ask("Page.setDocumentContent", session=session, frameId=frame, html=html)
    answer = talk.ask("Runtime.evaluate", session=session, expression=_MEASURE, returnByValue=True)
    # Told to close, it ends its own processes and leaves its folder alone.
    talk.ask("Browser.close")
    return answer["result"].get("value")


class _Talk:
    """Orders to the browser and its answers: JSON, each ended by a zero byte."""

    def __init__(self, out: int, into: int) -> None:
        self.out, self.into = out, into
        self.end = monotonic() + _SECONDS
        self.number = 0
        self.rest = b""

    def ask(self, method: str, session: str = "", **params: object) -> Any:
        """The result of one order. Raises ValueError when it fails or takes too long."""
        self.number += 1
        order = {"id": self.number, "method": method, "params": params} | ({"sessionId": session} if session else {})
        self._write(order)
        while True:
            answer = self._next()
            if answer.get("id") == self.number:
                if "result" not in answer:
                    raise ValueError(f"{method}: {answer.get('error')}")
                return answer["result"]

    def _write(self, order: dict[str, Any]) -> None:
        left = json.dumps(order).encode() + b"\0"
        while left:
            left = left[os.write(self.out, left) :]

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self.rest:
            ready, _, _ = select([self.into], [], [], max(0.0, self.end - monotonic()))
            piece = os.read(self.into, 65536) if ready else b""
            if not piece:
                raise ValueError("the browser does not answer")
            self.rest += piece
        message, _, self.rest = self.rest.partition(b"\0")
        told: dict[str, Any] = json.loads(message)
        return told
