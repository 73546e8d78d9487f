"""What was worked out lately is found again; what is old or too much is not."""

from stakeholders.recent import Recent


def test_the_latest_are_known_and_memory_does_not_grow():
    recent = Recent(most=10)
    for number in range(100):
        recent.set(number, f"made of {number}")
        assert recent.get(number) == f"made of {number}"
    assert all(recent.get(number) for number in range(95, 100))
    assert sum(recent.get(number) is not None for number in range(100)) <= 10


def test_nothing_is_kept_for_longer_than_allowed_however_often_it_is_asked_for():
    recent = Recent(most=10, seconds=60)
    recent.set("key", "made")
    recent.begun -= 59  # most of it is over
    assert recent.get("key") == "made"
    assert recent.get("key") == "made"
    recent.begun -= 2
    assert recent.get("key") is None


def test_after_a_long_pause_nothing_is_known():
    recent = Recent(most=10, seconds=60)
    recent.set("key", "made")
    recent.begun -= 61
    assert recent.get("key") is None


def test_what_is_large_leaves_room_for_less():
    recent = Recent[str](most=1_000, weigh=len)
    for number in range(50):
        recent.set(number, "made " * 20)
    assert sum(len(recent.get(number) or "") for number in range(50)) <= 1_000
