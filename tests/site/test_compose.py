"""docker-compose.yml is sound, and what it starts is what is tested here."""

import importlib.util
import json
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.rig.process import started
from tests.rig.site import finished, free_port, manage, run, surroundings

# The console script says 0 even to a bad file, so the binary itself is asked.
COMPOSE = Path(importlib.util.find_spec("compose").origin).with_name("docker-compose")
SECRETS = {"POSTGRES_PASSWORD": "letters", "RELMAP_SECRET_KEY": "random"}


def compose(*command, file="docker-compose.yml", **environment):
    """Return how compose ends when asked `command` about `file`."""
    asked = [COMPOSE, "--file", file, *command]
    return finished(asked, env=environment, capture_output=True)


@pytest.fixture(scope="module")
def services():
    """Return the services as compose understands them."""
    done = compose("config", "--format", "json", **SECRETS)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)["services"]


@pytest.fixture(scope="module")
def grown(services, postgres_url, tmp_path_factory):
    """Return a function that gives the command and environment of one service here."""
    room = tmp_path_factory.mktemp("grown")
    places = {"DATABASE_URL": postgres_url, "CACHE_URL": "", "RELMAP_VAR": str(room)}
    port = str(free_port())

    def here(name):
        command = [sys.executable, *services[name]["command"][1:]]
        environment = {**services[name]["environment"], **places, "PORT": port}
        return command, surroundings(room, **environment)

    assert manage(here("web")[1], "collectstatic", "--no-input").returncode == 0
    migrated = run(here("migrate")[1], *here("migrate")[0])
    assert migrated.returncode == 0, migrated.stdout
    return here


def test_a_missing_secret_is_asked_for():
    done = compose("config", "--quiet", POSTGRES_PASSWORD="letters")
    assert done.returncode != 0
    assert "50 random characters" in done.stderr


def test_the_binary_refuses_a_bad_file(tmp_path):
    bad = tmp_path / "compose.yml"
    bad.write_text("services: {web: {image: 3}}")
    assert compose("config", "--quiet", file=bad).returncode != 0


def test_all_parts_are_there(services):
    parts = ["cache", "database", "migrate", "proxy", "web", "worker"]
    assert sorted(services) == parts


@pytest.mark.parametrize("name", ["web", "worker"])
def test_there_are_two_of_each_process_that_may_be_many(services, name):
    assert services[name]["deploy"]["replicas"] == 2


def test_only_the_proxy_is_reached_from_outside(services):
    assert [name for name, service in services.items() if "ports" in service] == ["proxy"]


def test_web_and_worker_wait_for_the_migration(services):
    waits = [services[name]["depends_on"]["migrate"] for name in ("web", "worker")]
    assert {wait["condition"] for wait in waits} == {"service_completed_successfully"}


def test_an_uploaded_file_reaches_the_worker(services):
    assert services["web"]["volumes"] == services["worker"]["volumes"]


def test_web_serves_on_postgres(grown):
    command, environment = grown("web")
    with started(command, environment) as web:
        web.wait_for("relmap is at")
        address = f"http://127.0.0.1:{environment['PORT']}/"
        with urllib.request.urlopen(address, timeout=60) as answer:
            assert answer.status == 200
        assert web.stop() == 0


def test_worker_waits_for_tasks_on_postgres(grown):
    command, environment = grown("worker")
    with started(command, environment) as worker:
        worker.wait_for("Starting worker")
        assert worker.stop() == 0
