"""One site, one cast and one opened map for all tests here: they change nothing."""

from contextlib import closing, contextmanager

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from stakeholders.standings import fold
from tests.browser.conftest import PATIENCE
from tests.browser.map.mapping import opened
from tests.records import make
from tests.rig.trouble import Trouble

CALM = """() => {
  const map = document.querySelector("relationship-map");
  map.grouping = map.reaching = null;
  document.querySelector("[data-group-mode]").setAttribute("aria-pressed", "false");
  document.querySelectorAll("details[open]").forEach((one) => (one.open = false));
  document.querySelectorAll("dialog[open]").forEach((one) => one.close());
  map.stage.blur();
  const camera = map.drawing.sigma.getCamera();
  cancelAnimationFrame(camera.nextFrame);  // else it goes on to where a test sent it
  camera.nextFrame = null;
  camera.setState({ x: 0.5, y: 0.5, angle: 0, ratio: 1 });
  map.drawing.lasso = null;
  map.drawing.lift({ hovered: null, focused: null });
  return map.go(Object.fromEntries(Object.keys(map.view).map((name) =>
    [name, name === "size" ? "contact" : ""])), "pushState");
}"""


@pytest.fixture(scope="package")
def site(django_db_setup, django_db_blocker):
    """Return a live site whose records last as long as these tests."""
    with django_db_blocker.unblock():
        server = LiveServer("127.0.0.1")
        yield server
        server.stop()
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture(scope="package")
def cast(site):
    """Return Dana of our team, whom Omar answers and Vera does not; Ida is alone."""
    dana = make.colleague("Dana Levi")
    chief = {"engagement_now": 4, "counterpart": dana}
    others = [
        make.person("Omar Haddad", "COO", unit=make.unit("Operations"), **chief),
        make.person("Vera Bold", layer="vendor"),
        make.person("Ida Alone", layer="customer"),
        make.person("Nils Night", unit=make.unit("Night shift")),
    ]
    for _ in range(12):
        make.conversation(dana, others[0])
        make.conversation(others[0], dana, channel="mail", summary="Cutover")
        make.conversation(dana, others[1])
        make.conversation(others[0], others[3])
    make.promise(others[0], dana, what="Send the cutover plan")
    fold(person.pk for person in [dana, *others])
    return dana, *others


@pytest.fixture(scope="package")
def quiet():
    """Return what the browser complained about since the last test."""
    return Trouble()


@pytest.fixture(scope="package")
def ticket(site, cast):
    """Return the cookie of Dana, who is signed in."""
    client, name = Client(), settings.SESSION_COOKIE_NAME
    client.force_login(make.user(stakeholder=cast[0]))
    return {"name": name, "value": client.cookies[name].value, "url": site.url}


@contextmanager
def entered(browser, ticket, quiet):
    """Open a browser's room in which Dana is signed in, and close it with its pages."""
    looks = {"base_url": ticket["url"], "locale": "en-GB", "has_touch": True}
    with closing(browser.new_context(**looks)) as room:
        room.set_default_timeout(PATIENCE)
        room.add_cookies([ticket])
        quiet.watch(room)
        yield room


@pytest.fixture(scope="package")
def room(browser, ticket, quiet):
    """Return the room of the map that all tests share."""
    with entered(browser, ticket, quiet) as room:
        yield room


@pytest.fixture(scope="package")
def page_of_map(room):
    """Return the page with the map, opened once."""
    return opened(room.new_page())


@pytest.fixture
def at_map(page_of_map, quiet):
    """Return the map as if just opened; the test fails on anything the browser reports."""
    page_of_map.set_viewport_size({"width": 1280, "height": 720})
    if "/map/" not in page_of_map.url or "view=table" in page_of_map.url:
        opened(page_of_map)
    page_of_map.evaluate(CALM)
    expect(page_of_map.locator("#map-panel")).to_contain_text("Choose a person or a tie")
    yield page_of_map
    told, quiet.sentences[:] = quiet.unexpected(), []
    assert not told, "\n".join(told)


@pytest.fixture
def page(browser, ticket, quiet):
    """Return a page in a room of its own; the test fails on anything reported."""
    with entered(browser, ticket, quiet) as room:
        yield room.new_page()
    told, quiet.sentences[:], quiet.expected[:] = quiet.unexpected(), [], []
    assert not told, "\n".join(told)
