"""What passes a wall, or writes text as it is, stands in a short list with its reason."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection

import fairterms_web
from fairterms_web.deals.models import SealedCopy, SealedFile
from fairterms_web.jobs.models import Part
from fairterms_web.rooms.walls import Walled, WalledManager, as_system, is_within_walls
from tests.web.cast import Cast
from tests.web.rooms.planting import plant, walled
from tests.web.rooms.test_walls import second_wall

ROOT = Path(fairterms_web.__file__).parent
PASSES = frozenset({"_base_manager", "_default_manager", "of_every_room", "as_system"})
AS_IT_IS = frozenset({"mark_safe", "SafeString", "SafeText", "__html__"})
PLAIN_SQL = frozenset({"raw", "extra", "RawSQL", "cursor", "executemany", "execute"})
MAKES = frozenset({"create", "get_or_create", "update_or_create", "bulk_create", "bulk_update"})

MAY_PASS = {
    "rooms/walls.py": "the wall itself",
    "vault/keyring.py": "keys for what runs as the system",
    "vault/master.py": "a master key is never made anew where rooms have keys",
    "jobs/queue.py": "work of every room is put back after a restart",
    "jobs/worker.py": "the worker takes work of every room, then enters as who asked for it",
    "ledgers/checkpoints.py": "checkpoints are signed for every room",
    "ledgers/checking.py": "ledgers are checked without a person",
    "ledgers/traces/": "ledgers are checked without a person",
    "evidence/crossing.py": "what two people approved is put into the auditor's room",
    "safekeeping/": "backups, rotation and shredding are run by who runs the machine",
    "ethics/letterbox.py": "whoever speaks up has no account, and is in no room",
    "ethics/outside.py": "others learn how many reports wait too long, rounded, and no more",
    "ethics/intake.py": "the letterbox lies in a room which those who open it cannot enter",
}
MAY_WRITE_AS_IT_IS = {
    "look/templatetags/look.py": "fragments of the core, which escape every text they are given",
    "look/templatetags/lessons.py": "ways and words put into such fragments; nothing anybody typed",
    "look/showcase.py": "parts shown to those who build pages; nothing anybody typed",
}
SAFE_IN_TEMPLATES = {
    "audit/templates/audit/both.html": "a report's fragment of the core, which escapes its texts",
    "audit/templates/audit/page.html": "a report's fragment of the core, which escapes its texts",
    "decide/templates/decide/earlier.html": "a report's fragment, as the worker sealed it",
    "decide/templates/decide/page.html": "a report's fragment, as the worker sealed it",
    "learn/templates/learn/course.html": "a fragment of the core, which escapes what a group typed",
    "learn/templates/learn/lesson.html": "a training's fragment; no text of a room",
    "learn/templates/learn/patients.html": "a training's fragment; no text of a room",
    "monitor/templates/monitor/page.html": "a report's fragment, as the worker sealed it",
    "negotiate/templates/negotiate/page.html": "a brief's fragment, as the worker sealed it",
    "negotiate/templates/negotiate/trades.html": "a brief's fragment, as the worker sealed it",
    "outcomes/templates/outcomes/outside.html": "a report's fragment, as the worker sealed it",
    "outcomes/templates/outcomes/page.html": "a report's fragment, as the worker sealed it",
    "read/templates/read/changes.html": "a comparison's fragment, as the worker sealed it",
    "read/templates/read/finding.html": "a finding's fragment, as the worker sealed it",
    "read/templates/read/page.html": "the documents' fragment, as the worker sealed it; its cards",
    "read/templates/read/part.html": "a reading's fragment, as the worker sealed it",
    "reconcile/templates/reconcile/found.html": "a report's fragment, as the worker sealed it",
    "risks/templates/risks/page.html": "a report's fragment, as the worker sealed it",
    "risks/templates/risks/workshop.html": "a report's fragment, as the worker sealed it",
    "simulate/templates/simulate/forecast.html": "a report's fragment, as the worker sealed it",
    "simulate/templates/simulate/page.html": "a drawing of the core, which escapes its texts",
    "simulate/templates/simulate/years.html": "a report's fragment, as the worker sealed it",
    "terms/templates/terms/lines.html": "a plain reading of the core, which escapes its texts",
    "terms/templates/terms/page.html": "a plain reading of the core, which escapes its texts",
    "terms/templates/terms/reading.html": "a plain reading of the core, which escapes its texts",
}
MAY_SPEAK_SQL = {
    "rooms/walls.py": "tells the database who acts",
    "rooms/row_security.py": "raises the second wall",
    "ledgers/triggers.py": "guards the ledger's entries",
    "start/management/commands/serve.py": "asks whether the role is a superuser",
    "database.py": "sets every connection up",
    "safekeeping/": "backups, rotation and shredding are run by who runs the machine",
}
MAY_MAKE_BY_MANAGER = {
    "rooms/change.py": "the head of a ledger, where two may make it at once",
    "ledgers/store.py": "the head of a ledger, where two may make it at once",
    "vault/keyring.py": "the first key of a room, where two may make it at once",
    "safekeeping/": "backups, rotation and shredding are run by who runs the machine",
}


def sources() -> Iterator[tuple[str, ast.Module]]:
    """Every module of ours but the migrations."""
    for one in sorted(ROOT.rglob("*.py")):
        if "migrations" not in one.parts:
            yield one.relative_to(ROOT).as_posix(), ast.parse(one.read_text(encoding="utf-8"))


def users(names: frozenset[str]) -> set[str]:
    """The modules that use one of the names, other than by importing it."""
    return {
        name
        for name, tree in sources()
        for node in ast.walk(tree)
        if (isinstance(node, ast.Attribute) and node.attr in names)
        or (isinstance(node, ast.Name) and node.id in names)
    }


def beside(found: set[str], listed: dict[str, str]) -> set[str]:
    """What was found and stands in no list."""
    return {one for one in found if not any(one.startswith(known) for known in listed)}


@pytest.mark.parametrize(
    ("names", "listed"),
    [(PASSES, MAY_PASS), (AS_IT_IS, MAY_WRITE_AS_IT_IS), (PLAIN_SQL, MAY_SPEAK_SQL)],
    ids=["passes a wall", "writes text as it is", "speaks SQL"],
)
def test_what_is_dangerous_stands_in_a_list(names: frozenset[str], listed: dict[str, str]) -> None:
    assert beside(users(names), listed) == set()


def test_rows_within_walls_are_saved_one_by_one() -> None:
    models = {one.__name__ for one in walled()}
    found = {
        name
        for name, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in MAKES and _model(node) in models
    }
    assert beside(found, MAY_MAKE_BY_MANAGER) == set()


def _model(node: ast.Attribute) -> str:
    written = ast.unparse(node.value)
    return written.partition(".objects")[0] if ".objects" in written else ""


def test_templates_write_text_as_it_is_only_where_it_is_listed() -> None:
    asks = re.compile(
        r"\|\s*(?:safe(?:seq)?|explained|with_lessons)\b|autoescape\s+off|\|\s*escapejs"
    )
    found = {
        one.relative_to(ROOT).as_posix()
        for one in ROOT.rglob("*.html")
        if asks.search(one.read_text(encoding="utf-8"))
    }
    assert beside(found, SAFE_IN_TEMPLATES) == set()


def test_templates_hold_no_script_and_no_style() -> None:
    inline = re.compile(r"<script(?![^>]*\bsrc=)|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:")
    found = [
        one.relative_to(ROOT).as_posix()
        for one in ROOT.rglob("*.html")
        if inline.search(one.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_whatever_names_a_room_is_within_walls() -> None:
    listed = {"Grant", "Invitation", "Room"}
    loose = {
        model.__name__
        for model in apps.get_models()
        if model.__module__.startswith("fairterms_web") and model not in walled()
        for field in model._meta.concrete_fields
        if field.related_model is not None and _is_room_or_walled(field.related_model)
    }
    assert loose <= listed


def _is_room_or_walled(model: object) -> bool:
    return getattr(model, "__name__", "") == "Room" or model in walled()


def test_every_walled_model_is_asked_by_the_walled_manager_alone() -> None:
    for model in walled():
        assert [type(one) for one in model._meta.managers] == [WalledManager], model


def test_every_walled_model_saves_as_the_wall_does() -> None:
    for model in walled():
        assert "save" not in vars(model), f"{model} passes by the question whose room it is"


def test_no_row_hangs_on_a_row_of_another_room(cast: Cast) -> None:
    asked = 0
    for model in walled():
        for field in filter(is_within_walls, model._meta.concrete_fields):
            with as_system():
                to = field.related_model
                assert isinstance(to, type), "a model, not its name"
                assert issubclass(to, Walled), "asked above"
                other = plant(to, cast.rooms["plan"])
                row = plant(model, cast.rooms["group"])
                row.pk, row._state.adding = None, True
                setattr(row, field.name, other)
                with pytest.raises(AssertionError, match="crosses a wall"):
                    row.save(force_insert=True)
            asked += 1
    assert asked >= 2


def test_the_way_back_from_a_row_finds_nothing_either(cast: Cast) -> None:
    with as_system():
        copy = plant(SealedCopy, cast.rooms["group"])
        assert isinstance(copy, SealedCopy), "one of those was planted"
        row = SealedFile(room=cast.rooms["group"], copy=copy, path="a", sha256="", size=0, body=b"")
        row.save(force_insert=True)
        assert SealedFile.objects.of_every_room().filter(copy=copy).exists()
    assert not copy.files.exists()


def _walls_in_migrations() -> set[str]:
    tables: set[str] = set()
    for folder in ROOT.glob("*/migrations"):
        for one in folder.glob("0*.py"):
            text = one.read_text(encoding="utf-8")
            for call in re.findall(r"\bwall\(([^)]*)\)", text):
                tables |= set(re.findall(r'"(\w+)"', call))
    return tables


def test_every_walled_model_has_a_wall_in_a_migration() -> None:
    assert {one._meta.db_table for one in walled()} <= _walls_in_migrations()
    assert Part._meta.db_table in _walls_in_migrations()


@second_wall
@pytest.mark.django_db
def test_every_walled_table_has_its_policy_in_the_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select c.relname from pg_class c join pg_policy p on p.polrelid = c.oid"
            " where c.relrowsecurity and c.relforcerowsecurity and p.polname = 'wall'"
            " and p.polcmd = '*' and p.polqual is not null and p.polwithcheck is not null"
        )
        guarded = {name for (name,) in cursor.fetchall()}
    assert {one._meta.db_table for one in walled()} <= guarded


def test_nothing_of_the_core_knows_the_workspace() -> None:
    core = ROOT.parent / "fairterms"
    knows = re.compile(r"^\s*(?:import|from)\s+(?:fairterms_web|django)\b", re.MULTILINE)
    found = [one for one in core.rglob("*.py") if knows.search(one.read_text(encoding="utf-8"))]
    assert found == []


def test_every_app_of_ours_is_found() -> None:
    for one in apps.get_app_configs():
        if one.name.startswith("fairterms_web"):
            assert import_module(one.name).__doc__, one.name
