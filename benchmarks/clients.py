"""Clients: sixteen people at once, each in a thread with a connection of their own."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from time import monotonic
from urllib.parse import urlencode

CLIENTS = 16

type Asked = tuple[str, str, str]  # method, address, body
type Answered = tuple[int, str]  # status, body


def hold(
    port: int, cookies: Mapping[str, str], ask: Callable[[int, int], Asked], seconds: float
) -> tuple[float, list[Answered]]:
    """Ask for so many `seconds`; return the answers a second, and all of them.

    ask: what client and turn (numbers) ask for.
    """
    until = monotonic() + seconds

    def one(client: int) -> list[Answered]:
        connection = HTTPConnection("127.0.0.1", port)
        answers: list[Answered] = []
        while monotonic() < until:
            answers.append(_send(connection, cookies, ask(client, len(answers))))
        connection.close()
        return answers

    begun = monotonic()
    with ThreadPoolExecutor(CLIENTS) as together:
        answers = [answer for some in together.map(one, range(CLIENTS)) for answer in some]
    return len(answers) / (monotonic() - begun), answers


def _send(connection: HTTPConnection, cookies: Mapping[str, str], asked: Asked) -> Answered:
    """Return the answer to one question."""
    method, address, body = asked
    head = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
    if method == "POST":
        head |= {"X-CSRFToken": cookies["csrftoken"], "HX-Request": "true"}
        head["Content-Type"] = "application/x-www-form-urlencoded"
    connection.request(method, address, body, head)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def form(answers: Mapping[str, object]) -> str:
    """Return `answers` as a browser sends them."""
    return urlencode(answers, doseq=True)
