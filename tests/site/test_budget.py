"""What a page sends a browser stays small: charts and the map are fetched on their own."""

import gzip
import re
from pathlib import Path

import django_htmx

JS = Path("static/js")
IMPORTED = re.compile(r"""from "(\./|\.\./)([\w./-]+)\"""")


def reached(module, seen):
    """Add `module` and everything it imports to `seen`."""
    if module not in seen:
        seen.add(module)
        for up, name in IMPORTED.findall(module.read_text()):
            reached((module.parent / up / name).resolve(), seen)
    return seen


def sent(files):
    """Return how many bytes `files` are, each compressed."""
    return sum(len(gzip.compress(path.read_bytes())) for path in files)


def test_the_script_of_a_page_without_map_or_charts_is_under_60_kb():
    ours = reached((JS / "main.js").resolve(), set())
    htmx = Path(django_htmx.__file__).parent / "static/django_htmx/htmx-2.min.js"
    assert len(ours) > 5
    assert sent(ours | {htmx}) < 60_000


def test_no_page_fetches_the_charts_before_one_is_near():
    assert all(
        "vendor" not in path.read_text()
        for path in reached((JS / "main.js").resolve(), set())
    )
    assert (
        'await import("../../vendor/charts.js")'
        in (JS / "charts/relmap-chart.js").read_text()
    )
