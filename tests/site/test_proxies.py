"""Guessers are told apart by where they are, also behind a proxy."""

from relmap.proxies import client_address


def asking(rf, said):
    """Return the address of a request that the proxy at 10.0.0.2 passed on."""
    heard = {"X-Forwarded-For": said} if said else {}
    return client_address(rf.get("/", headers=heard, REMOTE_ADDR="10.0.0.2"))


def test_behind_our_proxy_it_is_the_address_the_proxy_saw(rf, settings):
    settings.BEHIND_PROXY = True
    assert asking(rf, "1.2.3.4, 203.0.113.9") == "203.0.113.9"
    assert asking(rf, "") == "10.0.0.2"


def test_without_a_proxy_nobody_chooses_their_own_address(rf, settings):
    settings.BEHIND_PROXY = False
    assert asking(rf, "203.0.113.9") == "10.0.0.2"
