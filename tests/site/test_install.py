"""`make run` on a machine that lacks something says what, in one sentence."""

import os
import sys
from pathlib import Path

import pytest

from tests.rig.site import finished

INSTALL = Path("scripts/install.sh").resolve()
OLD = "#!/bin/sh\nexit 1\n"
WITHOUT_PIP = '#!/bin/sh\ncase "$2" in *ensurepip*) exit 1 ;; esac\n'


def install(room, **environment):
    """Run the installer in the empty folder `room` and return how it ended."""
    (room / "requirements.txt").write_text("nothing==1.0 --hash=sha256:" + 64 * "0")
    asked = ["/bin/sh", INSTALL, "requirements.txt"]
    return finished(asked, cwd=room, env=environment, capture_output=True)


@pytest.mark.parametrize(
    ("python", "words"),
    [
        (OLD, "relmap needs Python 3.12 or newer and found none"),
        (WITHOUT_PIP, "get it with: apt install python3-venv"),
    ],
    ids=["too old", "without ensurepip"],
)
def test_an_unfit_python_is_said_in_one_sentence(tmp_path, python, words):
    stub = tmp_path / "bin" / "python3"
    stub.parent.mkdir()
    stub.write_text(python)
    stub.chmod(0o755)
    done = install(tmp_path, PATH=str(stub.parent))
    assert done.returncode != 0
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_no_network_is_said_in_one_sentence(tmp_path):
    python = tmp_path / "bin" / "python3"
    python.parent.mkdir()
    python.symlink_to(sys.executable)
    offline = {"PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": "http://127.0.0.1:9/"}
    done = install(tmp_path, PATH=f"{python.parent}:{os.defpath}", **offline)
    assert done.returncode != 0
    assert "is this machine online?" in done.stderr
    assert len(done.stderr.splitlines()) == 1
