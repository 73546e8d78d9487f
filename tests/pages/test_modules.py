"""The pure modules of the pages pass their own tests."""

import shutil
import subprocess
from pathlib import Path

import pytest

MODULES = Path(__file__).parents[2] / "static" / "js" / "tests"
NODE = shutil.which("node")


@pytest.mark.skipif(NODE is None, reason="needs node: apt-get install nodejs")
@pytest.mark.parametrize("module", sorted(MODULES.rglob("*.test.js")), ids=lambda p: p.name)
def test_module_passes_its_tests(module):
    run = subprocess.run(
        [NODE, "--test", module], check=False, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stdout
