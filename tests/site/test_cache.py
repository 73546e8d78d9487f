"""With Redis or Valkey, processes share what is cached, and who is signed in."""

import shutil

import pytest

from tests.rig.process import started
from tests.rig.site import free_port, manage, surroundings

SERVER = shutil.which("valkey-server") or shutil.which("redis-server")


@pytest.mark.skipif(
    not SERVER, reason="Redis is missing; get it with: apt install redis-server"
)
def test_one_process_finds_what_another_left(tmp_path):
    port = str(free_port())
    command = [SERVER, "--port", port, "--save", "", "--dir", str(tmp_path)]
    site = surroundings(tmp_path, CACHE_URL=f"valkey://127.0.0.1:{port}/0")
    with started(command, site) as server:
        server.wait_for("Ready to accept connections")
        leave = "from django.core.cache import cache; cache.set('left', 'a note')"
        find = "from django.core.cache import cache; print('found', cache.get('left'))"
        assert manage(site, "shell", "-c", leave).returncode == 0
        assert "found a note" in manage(site, "shell", "-c", find).stdout
