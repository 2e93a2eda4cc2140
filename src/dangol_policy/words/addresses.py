"""Addresses on the web as people write them in a policy, as links that lead to a web page and to nothing else."""

import re

_WRITTEN_WHOLE = re.compile(r"https?://[^\s/]+(/\S*)?", re.IGNORECASE)
_HOST_FIRST = re.compile(r"[^\s@/:?#]+\.[^\s@/:?#.]{2,}(:\d+)?([/?#]\S*)?")


def web_address(written: str) -> str:
    """`shop.example/x` and `https://shop.example/x` as a link; empty for a name such as `@shop`, or another scheme."""
    plain = written.strip()
    if _WRITTEN_WHOLE.fullmatch(plain):
        return plain
    return f"https://{plain}" if _HOST_FIRST.fullmatch(plain) else ""
