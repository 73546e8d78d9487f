"""Long files: each holds a thread as long as its reader takes, so not all may be held."""

from collections.abc import Callable, Iterable, Iterator
from threading import Semaphore
from typing import Final
from weakref import finalize

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from relmap.answering import THREADS

AT_ONCE: Final = THREADS - 2  # of each web process; what is left answers everybody else


class LongFiles:
    """Lets so many be sent at once, and asks the next to come back in a minute."""

    def __init__(
        self,
        get_response: Callable[[HttpRequest], HttpResponse | StreamingHttpResponse],
        at_once: int = AT_ONCE,
    ) -> None:
        """Keep what answers."""
        self.get_response = get_response
        self.places = Semaphore(at_once)

    def __call__(self, request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
        """Answer; a long file takes a place until it is sent or its reader is gone."""
        answer = self.get_response(request)  # nothing of a long one is made yet
        if not isinstance(answer, StreamingHttpResponse):
            return answer
        if self.places.acquire(blocking=False):
            answer.streaming_content = Sent(answer, self.places.release)
            return answer
        said = render(request, "503.html", {"sending": True}, status=503)
        said["Retry-After"] = "60"
        return said


class Sent:
    """The pieces of an answer; the place it takes is given back once, however it ends."""

    def __init__(self, answer: Iterable[bytes], leave: Callable[[], None]) -> None:
        """Hold the place until `leave`."""
        self.pieces = iter(answer)
        self.close = finalize(self, leave)

    def __iter__(self) -> Iterator[bytes]:
        """Begin."""
        return self

    def __next__(self) -> bytes:
        """Return the next piece."""
        return next(self.pieces)
