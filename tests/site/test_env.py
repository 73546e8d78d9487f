"""Odd values in the environment are refused by the name of their variable."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from relmap import env
from relmap.caching import cache
from relmap.database import databases
from relmap.rules import rules
from relmap.secret import kept_secret

MANY = [*(str(number) for number in range(300)), "Roma"]


@pytest.fixture
def given(monkeypatch):
    """Return a function that sets one variable."""
    return monkeypatch.setenv


@pytest.mark.parametrize(
    ("value", "read", "reason"),
    [
        ("soon", lambda: env.number("X", 1.0), "is not a number"),
        ("inf", lambda: env.number("X", 1.0), "is not a finite number"),
        ("nan", lambda: env.number("X", 1.0), "is not a finite number"),
        ("0", lambda: env.number("X", 1.0, above=0), "is not above 0"),
        ("1.5", lambda: env.whole("X", 1, least=1, most=9), "is not a whole number"),
        ("10", lambda: env.whole("X", 1, least=1, most=9), "is not between 1 and 9"),
        ("maybe", lambda: env.flag("X", default=True), "is neither on nor off"),
        ("c", lambda: env.choice("X", "a", ["a", "b"]), "is not one of: a, b"),
        ("Rome", lambda: env.choice("X", "a", MANY), "is not one of: Roma and others"),
        ("/proc/no", lambda: env.folder("X", Path()), "is no folder to write in: .+"),
    ],
)
def test_an_odd_value_is_refused_by_name(given, value, read, reason):
    given("X", value)
    with pytest.raises(ImproperlyConfigured, match=f"^X='{value}' {reason}$"):
        read()


def test_a_misspelt_name_is_refused_with_the_one_meant(given):
    given("RELMAP_HTPS", "on")
    reason = "^RELMAP_HTPS='on' is not known here; did you mean RELMAP_HTTPS"
    with pytest.raises(ImproperlyConfigured, match=reason):
        env.refuse_misspelt()


@pytest.mark.parametrize("name", ["RELMAP_TEST_WRITES", "RELMAP_SITE", "RELMAP_POOL_SIZE"])
def test_a_name_that_is_ours_or_like_none_of_ours_is_fine(given, name):
    given(name, "1")
    env.refuse_misspelt()


def test_an_empty_variable_counts_as_not_given(given):
    given("X", "")
    assert env.whole("X", 8000, least=1, most=65535) == 8000


def test_names_are_split_at_commas(given):
    given("X", "relmap.example, www.relmap.example,")
    assert env.names("X", []) == ["relmap.example", "www.relmap.example"]


@pytest.mark.parametrize(
    "url",
    [
        "mysql://host/name",
        "postgresql://host",
        "postgresql://host:port/name",
        "sqlite://relmap.sqlite3",
        "sqlite:///",
        "relmap.sqlite3",
    ],
)
def test_an_odd_database_is_refused_by_name(given, url):
    given("DATABASE_URL", url)
    with pytest.raises(ImproperlyConfigured, match=r"^DATABASE_URL="):
        databases(Path("unused"))["default"]


def test_a_refused_address_keeps_its_password_to_itself(given):
    given("DATABASE_URL", "postgresql://dana:secret@host")
    with pytest.raises(ImproperlyConfigured) as refusal:
        databases(Path("unused"))["default"]
    assert "secret" not in str(refusal.value)


def test_a_postgres_address_is_taken_apart(given):
    given("DATABASE_URL", "postgresql://dana:p%40ss@db.example:6432/relmap?sslmode=require")
    settings = databases(Path("unused"))["default"]
    taken = [settings[part] for part in ("USER", "PASSWORD", "HOST", "PORT", "NAME")]
    assert taken == ["dana", "p@ss", "db.example", "6432", "relmap"]
    assert settings["OPTIONS"]["sslmode"] == "require"


def test_sqlite_may_lie_anywhere(given):
    given("DATABASE_URL", "sqlite:////srv/relmap.sqlite3")
    assert databases(Path("unused"))["default"]["NAME"] == Path("/srv/relmap.sqlite3")


def test_a_replica_stands_beside_its_database(given):
    given("DATABASE_REPLICA_URL", "postgresql://copy.example/relmap")
    assert databases(Path("here"))["replica"]["HOST"] == "copy.example"


def test_an_odd_replica_is_refused_by_its_own_name(given):
    given("DATABASE_REPLICA_URL", "postgresql://copy.example")
    with pytest.raises(ImproperlyConfigured, match=r"^DATABASE_REPLICA_URL="):
        databases(Path("unused"))


def test_valkey_is_spoken_to_as_redis(given):
    given("CACHE_URL", "valkey://cache.example:6379/1")
    assert cache()["LOCATION"] == "redis://cache.example:6379/1"


@pytest.mark.parametrize("url", ["memcached://host", "redis://", "host:6379"])
def test_an_odd_cache_is_refused_by_name(given, url):
    given("CACHE_URL", url)
    with pytest.raises(ImproperlyConfigured, match=r"^CACHE_URL="):
        cache()


def test_a_rule_is_changed_by_its_variable(given):
    given("RELMAP_CONTACT_HALF_LIFE_DAYS", "45")
    assert rules().contact_half_life == 45


def test_an_odd_rule_is_refused_by_name(given):
    given("RELMAP_CONTACT_HALF_LIFE_DAYS", "soon")
    with pytest.raises(ImproperlyConfigured, match="RELMAP_CONTACT_HALF_LIFE_DAYS='soon'"):
        rules()


def test_the_secret_is_made_once_for_its_owner_alone(tmp_path):
    path = tmp_path / "secret_key"
    assert kept_secret(path) == kept_secret(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert [entry.name for entry in tmp_path.iterdir()] == ["secret_key"]
