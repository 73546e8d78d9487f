"""The pure modules of the pages pass their own tests."""

import shutil
from pathlib import Path

import pytest

from tests.rig.site import finished

MODULES = Path(__file__).parents[2] / "static" / "js" / "tests"
NODE = shutil.which("node")


@pytest.mark.skipif(NODE is None, reason="needs node: apt-get install nodejs")
@pytest.mark.parametrize("module", sorted(MODULES.rglob("*.test.js")), ids=lambda p: p.name)
def test_module_passes_its_tests(module):
    run = finished([NODE, "--test", module], capture_output=True)
    assert run.returncode == 0, run.stdout
