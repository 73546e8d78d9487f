"""`manage.py serve` starts the site, says where, or says why not."""

import socket
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Event

import pytest
from psutil import Process

from relmap.answering import THREADS, in_turn
from relmap.long_files import AT_ONCE
from relmap.management.commands.serve import Command
from stakeholders.first_visit import first_visit_code
from tests.rig.process import PATIENCE, started, until
from tests.rig.site import MANAGE, free_port, manage, surroundings

LONG_FILE = "/export/conversations.csv"


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    """Return the folder of a site whose static files are in place."""
    folder = tmp_path_factory.mktemp("site")
    done = manage(surroundings(folder), "collectstatic", "--no-input")
    assert done.returncode == 0, done.stdout
    return folder


def test_a_new_site_serves_its_first_page(room):
    port = free_port()
    site = surroundings(room, PORT=str(port))
    with started([*MANAGE, "serve", "--migrate"], site) as server:
        server.wait_for(f"relmap is at http://127.0.0.1:{port} ")
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=20) as answer:
            assert answer.status == 200
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert not server.line("WARNING")
        assert server.stop() == 0


@pytest.mark.django_db
def test_a_new_site_prints_the_code_for_another_machine():
    said = Command().words("127.0.0.1", 8000)
    assert f"first administrator needs this code: {first_visit_code()}" in said


def test_a_server_told_to_stop_at_once_stops(room):
    site = surroundings(room, PORT=str(free_port()), RELMAP_WEB_PROCESSES="1")
    with started([*MANAGE, "serve", "--migrate"], site) as server:
        server.wait_for("relmap is at")
        assert server.stop() == 0


def test_whoever_reads_long_files_slowly_holds_nobody_up(room):
    port = free_port()
    site = surroundings(room, PORT=str(port), RELMAP_WEB_PROCESSES="1")
    filled = manage(
        site, "shell", "-c", "from tests.rig.long_file import fill; print(fill())"
    )
    cookie = f"Cookie: sessionid={filled.stdout.split()[-1]}"
    with started([*MANAGE, "serve"], site) as server, ExitStack() as slow:
        server.wait_for("relmap is at")
        for _ in range(AT_ONCE):
            reader = slow.enter_context(asking(port, LONG_FILE, cookie))
            assert b"200 OK" in reader.recv(1_000)
        for _ in range(THREADS):
            assert answered(port, LONG_FILE, cookie) == 503
            assert answered(port, "/people/", cookie) == 200
        reader.close()
        until(lambda: answered(port, LONG_FILE, cookie) == 200)


def answered(port, page, *head):
    """Return the status of the answer to who asks for a `page` and leaves."""
    with asking(port, page, *head) as reader:
        return int(reader.recv(1_000).split()[1])


def asking(port, page, *head):
    """Return a connection that has asked for a `page`, and takes in little at a time."""
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    connection.settimeout(PATIENCE)
    connection.connect(("127.0.0.1", port))
    lines = [f"GET {page} HTTP/1.1", "Host: localhost", *head, "", ""]
    connection.sendall("\r\n".join(lines).encode())
    return connection


def test_whoever_asks_at_once_is_answered_in_turn():
    begun = Event()

    def answer(asked, start_response):
        if asked == "first":
            second.append(other.submit(both, "second", None))
            return begun.wait(0.1)
        begun.set()
        return asked

    both, second = in_turn(answer, patience=PATIENCE), []
    with ThreadPoolExecutor(1) as other:
        assert both("first", None) is False, "the second was answered beside the first"
        assert second[0].result() == "second"


def test_whoever_waited_for_long_goes_ahead():
    begun, go_on = Event(), Event()

    def answer(asked, start_response):
        if asked == "long":
            begun.set()
            assert go_on.wait(PATIENCE)
        return asked

    both = in_turn(answer, patience=0.01)
    with ThreadPoolExecutor(1) as other:
        long = other.submit(both, "long", None)
        assert begun.wait(PATIENCE)
        assert both("short", None) == "short"
        go_on.set()
        assert long.result() == "long"
    assert both("after", None) == "after"


def test_a_server_killed_by_force_takes_its_web_processes_along(room):
    port = free_port()
    site = surroundings(room, PORT=str(port), RELMAP_WEB_PROCESSES="2")
    with started([*MANAGE, "serve", "--migrate"], site) as server:
        server.wait_for("relmap is at")
        server.process.kill()
        server.process.wait()
        server.listener.join(PATIENCE)  # all who could say anything are gone
        assert not server.listener.is_alive()
    with socket.create_server(("127.0.0.1", port)):
        pass


def test_a_web_process_that_dies_is_started_again(room):
    port = free_port()
    site = surroundings(room, PORT=str(port), RELMAP_WEB_PROCESSES="1")
    with started([*MANAGE, "serve", "--migrate"], site) as server:
        server.wait_for("relmap is at")
        [web] = [one for one in Process(server.process.pid).children() if serves(one)]
        web.kill()
        server.wait_for("Unexpected exit from worker-1")
        until(lambda: answers(port))
        assert server.stop() == 0


def serves(process):
    """Return whether this child of a server answers; another looks after what it shares."""
    return any("spawn_main" in part for part in process.cmdline())


def answers(port):
    """Return whether the site answers at `port`."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=20) as answer:
            return answer.status == 200
    except OSError:
        return False


def refusal(room, **environment):
    """Return what the server says where it refuses to start."""
    done = manage(surroundings(room, **environment), "serve")
    assert done.returncode != 0
    assert "Traceback" not in done.stdout
    return done.stdout


def test_a_taken_port_is_said_in_one_sentence(room):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        said = refusal(room, PORT=str(port))
    assert f"Cannot serve at 127.0.0.1, port {port}: address already in use." in said


def test_an_unknown_host_is_said_in_one_sentence(room):
    assert "Cannot serve at nowhere.invalid" in refusal(room, HOST="nowhere.invalid")


def test_an_odd_port_is_refused_by_name(room):
    assert "PORT='soon' is not a whole number" in refusal(room, PORT="soon")


def test_a_database_out_of_reach_is_said(room):
    nobody = f"postgresql://127.0.0.1:{free_port()}/relmap"
    said = refusal(room, DATABASE_URL=nobody, RELMAP_POOL_TIMEOUT_SECONDS="0.5")
    assert "The database cannot be reached" in said


def test_files_that_were_never_collected_are_said_in_one_sentence(tmp_path):
    said = refusal(tmp_path, PORT=str(free_port()))
    assert "The static files are not in place: start with `make run`" in said


def test_a_database_without_tables_is_said_in_one_sentence(room, tmp_path):
    said = refusal(room, DATABASE_URL=f"sqlite:///{tmp_path}/new.sqlite3")
    assert "The database is not up to date: `make run` migrates it." in said
