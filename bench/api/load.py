"""Sends one prepared HTTP request again and again over kept connections, and counts answers."""

import selectors
import socket
import time
from dataclasses import dataclass

_CHUNKED = -1


@dataclass(frozen=True, slots=True)
class Load:
    """What was seen."""

    answers: int
    seconds: float
    milliseconds: tuple[float, ...]
    """Of each answer, in the order they came."""

    @property
    def per_second(self) -> float:
        return self.answers / self.seconds

    def percentile(self, share: float) -> float:
        if not self.milliseconds:
            return self.seconds * 1000
        ordered = sorted(self.milliseconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def request(path: str, body: bytes, **headers: str) -> bytes:
    """The bytes of a POST."""
    lines = [
        f"POST {path} HTTP/1.1",
        "Host: localhost",
        "Content-Type: application/json",
        f"Content-Length: {len(body)}",
        *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items()),
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


class _Client:
    """One connection: sends, waits for the whole answer, sends again."""

    def __init__(self, port: int, message: bytes) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.message = message
        self.received = b""
        self.length = 0
        self.sent_at = 0.0

    def send(self) -> None:
        self.received, self.length = b"", 0
        self.sent_at = time.perf_counter()
        self.socket.sendall(self.message)

    def answered(self) -> bool:
        """Reads what is there; True once the answer is whole."""
        part = self.socket.recv(1 << 20)
        if not part:
            raise ConnectionError("the server closed the connection")
        self.received += part
        if not self.length:
            head, found, _ = self.received.partition(b"\r\n\r\n")
            if not found:
                return False
            if not head.startswith(b"HTTP/1.1 2"):
                raise RuntimeError(f"not answered as expected: {self.received[:600].decode(errors='replace')}")
            self.length = _length(head)
        if self.length == _CHUNKED:
            return self.received.endswith(b"0\r\n\r\n")
        return len(self.received) >= self.length


def _length(head: bytes) -> int:
    """Of the whole answer, or that it ends with an empty chunk."""
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return len(head) + 4 + int(line.partition(b":")[2])
    return _CHUNKED


def put_under_load(port: int, message: bytes, *, seconds: float, connections: int) -> Load:
    """Keeps every connection busy for so long."""
    clients = [_Client(port, message) for _ in range(connections)]
    watched = selectors.DefaultSelector()
    for client in clients:
        watched.register(client.socket, selectors.EVENT_READ, client)
    times: list[float] = []
    begun = time.perf_counter()
    for client in clients:
        client.send()
    while (now := time.perf_counter()) < begun + seconds:
        for key, _ in watched.select(timeout=1):
            client = key.data
            if client.answered():
                times.append((time.perf_counter() - client.sent_at) * 1000)
                client.send()
    elapsed = now - begun
    for client in clients:
        client.socket.close()
    watched.close()
    return Load(len(times), elapsed, tuple(times))


def answer_of(port: int, message: bytes) -> bytes:
    """One answer's body."""
    client = _Client(port, message)
    client.send()
    while not client.answered():
        pass
    client.socket.close()
    return client.received.partition(b"\r\n\r\n")[2]
