"""Fetches pages of a site: bounded in time and size, and never from an address inside a private network.

The name is resolved once and the connection goes to that very address, so that a name cannot point elsewhere the second
time; each redirect is looked at in the same way.
"""

import http.client
import ipaddress
import socket
import ssl
from dataclasses import dataclass
from urllib.parse import quote, urldefrag, urljoin, urlsplit

from dangol.flows.site_audit.shape import Unreachable

AGENT = "dangol-audit"
_HEADERS = {
    "User-Agent": f"{AGENT}/1 (looks whether the policy is easy to find)",
    "Accept": "text/html, text/css;q=0.9, */*;q=0.1",
    "Accept-Encoding": "identity",
    "Connection": "close",
}
_PLAIN = "/?%:@!$&'()*+,;=~"
"""What stands in an address as it is, besides letters and digits; the rest is written in percents, as browsers do."""
_REDIRECTS = (301, 302, 303, 307, 308)
_MOST_REDIRECTS = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer. `url` is the address it came from in the end."""

    url: str
    status: int
    kind: str
    """Its media type, without parameters."""
    robots: str
    """What the header X-Robots-Tag says."""
    body: bytes
    charset: str

    @property
    def text(self) -> str:
        """The body in its own encoding; what cannot be read is marked."""
        try:
            return self.body.decode(self.charset or "utf-8", errors="replace")
        except (LookupError, UnicodeError):
            # An unknown name, or a codec that is none for texts.
            return self.body.decode("utf-8", errors="replace")


@dataclass(frozen=True, slots=True)
class Fetcher:
    """How far fetching may go. Seconds for each wait on the network, bytes for each answer."""

    allow_private: bool = False
    seconds: float = 10
    most_bytes: int = 2_000_000

    def get(self, url: str) -> Fetched:
        """The page, redirects followed. Raises Unreachable."""
        for _ in range(_MOST_REDIRECTS + 1):
            answer, onward = self._once(url)
            if onward is None:
                return answer
            url = _joined(url, onward)
        raise Unreachable(f"{url} leads on more than {_MOST_REDIRECTS} times.")

    def _once(self, url: str) -> tuple[Fetched, str | None]:
        connection, path = self._connection(url)
        try:
            connection.request("GET", path, headers=_HEADERS)
            response = connection.getresponse()
            body = response.read(self.most_bytes + 1)
        except (OSError, http.client.HTTPException) as error:
            raise Unreachable(f"{url} could not be read: {error}.") from error
        finally:
            connection.close()
        if len(body) > self.most_bytes:
            raise Unreachable(f"{url} is larger than {self.most_bytes} bytes.")
        onward = response.getheader("Location") if response.status in _REDIRECTS else None
        headers = response.headers
        robots = ", ".join(headers.get_all("X-Robots-Tag") or ())
        charset = headers.get_content_charset() or ""
        return Fetched(url, response.status, headers.get_content_type(), robots, body, charset), onward

    def _connection(self, url: str) -> tuple[http.client.HTTPConnection, str]:
        try:
            parts = urlsplit(url)
            host, port = parts.hostname, parts.port
        except ValueError as error:
            raise Unreachable(f"{url} is not an address of a page.") from error
        if parts.scheme not in ("http", "https") or not host:
            raise Unreachable(f"{url} is not an address of a page; it must begin with http:// or https://.")
        port = port or (443 if parts.scheme == "https" else 80)
        made = _Pinned(host, port, self._address(host, port), secure=parts.scheme == "https", seconds=self.seconds)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        return made, quote(path, safe=_PLAIN)

    def _address(self, host: str, port: int) -> str:
        """The address to connect to; every address of the name must be open to the public."""
        try:
            found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
        except (OSError, UnicodeError) as error:
            raise Unreachable(f"There is no host {host}.") from error
        inside = [one for one in found if not ipaddress.ip_address(one.partition("%")[0]).is_global]
        if inside and not self.allow_private:
            raise Unreachable(f"{host} is inside a private network ({inside[0]}); --allow-private permits it.")
        return found[0]


def _joined(url: str, onward: str) -> str:
    """Where a redirect leads; letters that are written as they are arrive as bytes. Raises Unreachable."""
    try:
        return urldefrag(urljoin(url, onward.encode("latin-1", "replace").decode(errors="replace"))).url
    except ValueError as error:
        raise Unreachable(f"{url} leads on to {onward}, which is not an address.") from error


class _Pinned(http.client.HTTPConnection):
    """Connects to an address that was looked at before, whatever the name resolves to by now."""

    def __init__(self, host: str, port: int, address: str, *, secure: bool, seconds: float) -> None:
        super().__init__(host, port, timeout=seconds)
        self._address = address
        self._context = ssl.create_default_context() if secure else None
        if secure:
            self.default_port = 443

    def connect(self) -> None:
        """Opens the connection; over https the certificate must be the host's."""
        plain = socket.create_connection((self._address, self.port), self.timeout)
        self.sock = self._context.wrap_socket(plain, server_hostname=self.host) if self._context else plain
