"""Every test that touches the database passes on PostgreSQL as well."""

import faulthandler
import os
import re
import subprocess
import sys

CLOSING = re.compile(r"^=* ?(?:\d+ failed, )?(\d+) passed", re.MULTILINE)
ON_POSTGRES = ["-m", "database and not browser", "-p", "no:cacheprovider"]
LONGEST = 3_000  # seconds; a test that hangs ends much sooner, and its run says where


def test_database_tests_pass_on_postgres(postgres_url):
    faulthandler.cancel_dump_traceback_later()  # no other test takes as long
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *ON_POSTGRES],
        env={**os.environ, "RELMAP_TEST_DATABASE_URL": postgres_url},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=LONGEST,
    )
    assert done.returncode == 0, done.stdout
    assert int(CLOSING.search(done.stdout)[1]) > 0
