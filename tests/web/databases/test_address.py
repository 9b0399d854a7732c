"""An address of a database becomes Django's settings, or a refusal that gives no secret away."""

import importlib.util

import pytest

from fairterms.units.refusal import Refusal
from fairterms_web.database import PASSED_ON, PRAGMAS, SESSION, from_url

HIDDEN = "s3cret"


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("sqlite:///here.sqlite3", "here.sqlite3"),
        ("sqlite:////srv/there.sqlite3", "/srv/there.sqlite3"),
        ("SQLite:///C:/there.sqlite3", "C:/there.sqlite3"),
        ("sqlite:////srv/a b/100%25 #1?.sqlite3", "/srv/a b/100%25 #1?.sqlite3"),
    ],
)
def test_what_follows_the_third_slash_is_the_path_as_it_is(url: str, path: str) -> None:
    found = from_url(url)
    assert found["ENGINE"] == "django.db.backends.sqlite3"
    assert found["NAME"] == path


def test_a_change_on_sqlite_waits_for_the_lock_when_it_begins_and_a_page_begins_none() -> None:
    found = from_url("sqlite:///here.sqlite3")
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert found["OPTIONS"]["timeout"] == 20
    assert found["ATOMIC_REQUESTS"] is False


def test_every_pragma_is_said_to_each_connection() -> None:
    said = str(from_url("sqlite:///here.sqlite3")["OPTIONS"]["init_command"]).split(";")
    assert said == [f"PRAGMA {name}={value}" for name, value in PRAGMAS.items()]
    assert len(said) >= 4


def test_every_part_of_a_server_s_address_is_used() -> None:
    found = from_url("postgresql://an%40na:p%3Fq%2F@db.example:6543/fair%20terms")
    assert found["ENGINE"] == "django.db.backends.postgresql"
    named = [found["USER"], found["PASSWORD"], found["HOST"], found["PORT"], found["NAME"]]
    assert named == ["an@na", "p?q/", "db.example", "6543", "fair terms"]
    assert found["ATOMIC_REQUESTS"] is False


def test_the_short_name_of_the_server_is_known_too() -> None:
    assert from_url("postgres:///fairterms")["NAME"] == "fairterms"


def test_a_socket_s_folder_is_a_host() -> None:
    found = from_url("postgresql://anna@/fairterms?host=/tmp/so%20cket")
    assert (found["HOST"], found["PORT"]) == ("/tmp/so cket", "")  # noqa: S108 - a name alone
    assert "host" not in found["OPTIONS"]


def test_a_connection_to_a_server_is_kept_and_looked_at_before_it_is_used_again() -> None:
    found = from_url("postgresql:///fairterms")
    assert found["CONN_MAX_AGE"] == 60
    assert found["CONN_HEALTH_CHECKS"] is True


def test_the_server_is_told_to_acknowledge_only_what_is_on_its_disk() -> None:
    options = from_url("postgresql:///fairterms")["OPTIONS"]
    assert SESSION["synchronous_commit"] == "on"
    assert str(options["options"]).split(" -c ")[0] == "-c synchronous_commit=on"
    assert str(options["options"]).count("-c ") == len(SESSION)


@pytest.mark.parametrize("word", sorted(PASSED_ON))
def test_what_concerns_the_way_to_the_server_is_passed_on(word: str) -> None:
    assert from_url(f"postgresql:///fairterms?{word}=on")["OPTIONS"][word] == "on"


@pytest.mark.parametrize(
    ("url", "what"),
    [
        ("", "names no database the workspace can use"),
        ("workspace.sqlite3", "names no database the workspace can use"),
        (f"mysql://anna:{HIDDEN}@db/fairterms", "names no database the workspace can use"),
        ("sqlite://", "names no file"),
        ("sqlite:///", "names no file"),
        ("sqlite:here.sqlite3", "names no file"),
        ("sqlite://here.sqlite3", "names no file"),
        ("sqlite:///:memory:", "keeps nothing"),
        (f"postgresql://anna:{HIDDEN}@db", "names no database"),
        (f"postgresql://anna:{HIDDEN}@db/", "names no database"),
        (f"postgresql://anna:{HIDDEN}@db/a/b", "names no database"),
        (f"postgresql://anna:{HIDDEN}@db:port/a", "cannot be read"),
        (f"postgresql://anna:{HIDDEN}@db:70000/a", "cannot be read"),
        (f"postgresql://anna:{HIDDEN}@[db/a", "cannot be read"),
        (f"postgresql://anna:1/a?{HIDDEN}@db/a", "says something unknown after its name"),
        (f"postgresql://anna:1/a#{HIDDEN}@db/a", "says something unknown after its name"),
        ("postgresql://db/a?options=-c%20fsync", "says something unknown after its name"),
    ],
)
def test_an_address_that_names_no_database_is_refused_and_never_repeated(
    url: str, what: str
) -> None:
    with pytest.raises(Refusal) as refused:
        from_url(url)
    assert refused.value.subject == "DATABASE_URL"
    assert refused.value.what == what
    assert refused.value.fix.startswith(("write ", "take it away"))
    assert HIDDEN not in str(refused.value)


def test_without_the_server_s_library_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(Refusal) as refused:
        from_url("postgresql:///fairterms")
    assert refused.value.fix == "run: pip install 'fairterms[web,postgres]'"
    assert from_url("sqlite:///here.sqlite3")["NAME"] == "here.sqlite3"
