"""Clients: sixteen people at once, each in a thread with a connection of their own.

They work on the same cores as the server that is measured, so they do as little as they
can: what they send is written before, and of an answer they read how it ended and how
long it is.
"""

import socket
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from time import monotonic
from urllib.parse import urlencode

CLIENTS = 16
AT_ONCE = 1 << 16  # bytes read
END_OF_HEAD = b"\r\n\r\n"
LENGTH = b"\r\ncontent-length:"

type Asked = tuple[str, str, str]  # method, address, body
type Answered = tuple[int, bytes]  # status, body


def hold(
    port: int, ask: Callable[[int, int], bytes], seconds: float
) -> tuple[float, list[Answered]]:
    """Ask for so many `seconds`; return the answers a second, and all of them.

    ask: the request that client and turn (numbers) send.
    """
    until = monotonic() + seconds

    def one(client: int) -> list[Answered]:
        answers: list[Answered] = []
        with socket.create_connection(("127.0.0.1", port)) as connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            while monotonic() < until:
                connection.sendall(ask(client, len(answers)))
                answers.append(_answer(connection))
        return answers

    begun = monotonic()
    with ThreadPoolExecutor(CLIENTS) as together:
        answers = [answer for some in together.map(one, range(CLIENTS)) for answer in some]
    return len(answers) / (monotonic() - begun), answers


def _answer(connection: socket.socket) -> Answered:
    """Return the answer that comes; raise EOFError where the server hangs up."""
    got = b""
    while END_OF_HEAD not in got:
        got += _more(connection)
    head, _, begun = got.partition(END_OF_HEAD)
    _, _, length = head.lower().partition(LENGTH)
    body, missing = [begun], int(length.split()[0]) - len(begun)
    while missing > 0:
        body.append(_more(connection))
        missing -= len(body[-1])
    return int(head.split()[1]), b"".join(body)


def _more(connection: socket.socket) -> bytes:
    """Return what has come since, waiting for the first of it."""
    if not (more := connection.recv(AT_ONCE)):
        raise EOFError("the server hung up")
    return more


def request(cookies: Mapping[str, str], asked: Asked) -> bytes:
    """Return what is asked as a browser sends it."""
    method, address, body = asked
    head = {"Host": "127.0.0.1", "Content-Length": str(len(body))}
    head["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
    if method == "POST":
        head |= {"X-CSRFToken": cookies["csrftoken"], "HX-Request": "true"}
        head["Content-Type"] = "application/x-www-form-urlencoded"
    lines = [f"{method} {address} HTTP/1.1", *map(": ".join, head.items()), "", body]
    return "\r\n".join(lines).encode("ascii")


def form(answers: Mapping[str, object]) -> str:
    """Return `answers` as a browser sends them."""
    return urlencode(answers, doseq=True)
