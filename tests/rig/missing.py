"""What a machine lacks is said once, not once for every test that needs it."""

import pytest


def say_once(
    config: pytest.Config, items: list[pytest.Item], needy: list[pytest.Item], cure: str
) -> None:
    """Leave one of the `needy` tests, skipped with how many there are and the `cure`."""
    if not needy:
        return
    first, *rest = needy
    first.add_marker(pytest.mark.skip(f"{len(needy)} of these tests were left out: {cure}"))
    items[:] = [item for item in items if item not in rest]
    config.hook.pytest_deselected(items=rest)
