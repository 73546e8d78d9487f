"""Long files: so many at once, and the place of each is given back however it ends."""

import gc

import pytest
from django.http import HttpResponse, StreamingHttpResponse

from relmap.long_files import LongFiles

pytestmark = pytest.mark.django_db  # a closed answer looks after its connections
PIECES = [b"name\r\n", b"Omar\r\n"]


@pytest.fixture
def ask(rf):
    """Return how to ask a site that sends one long file at once."""
    answers = {"/file": lambda: StreamingHttpResponse(iter(PIECES)), "/": HttpResponse}
    site = LongFiles(lambda request: answers[request.path](), at_once=1)
    return lambda path="/file": site(rf.get(path))


def test_it_is_sent_whole(ask):
    assert list(ask()) == PIECES


def test_one_more_than_may_be_sent_is_asked_to_come_back(ask):
    first = ask()
    second = ask()
    assert (second.status_code, second.headers["Retry-After"]) == (503, "60")
    assert "Others are taking out long files" in second.text
    assert list(first) == PIECES


def test_what_is_no_long_file_takes_no_place(ask):
    first = ask()
    assert [ask("/").status_code, ask("/").status_code] == [200, 200]
    assert first.status_code == 200


def test_a_closed_one_gives_its_place_back_once(ask):
    first = ask()
    first.close()
    first.close()
    second = ask()
    assert [second.status_code, ask().status_code] == [200, 503]


def test_one_that_nobody_closed_gives_its_place_back_too(ask):
    first = ask()
    del first
    gc.collect()
    assert ask().status_code == 200
