"""The work of the page After signing: what it makes, for which room, and what may be missing."""

import json
import re
import sys
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from icalendar import Calendar
from lxml import html

from fairterms.monitor.monitoring import Monitored, NoTerms
from fairterms.monitor.obligations import writing
from fairterms.monitor.obligations.obligation import Confirmed
from fairterms.monitor.obligations.reader import read_text
from fairterms.publish import pdf
from fairterms.units.quantity import parse
from fairterms.units.refusal import Refusal
from fairterms_web.jobs.kind import CannotBeDone
from fairterms_web.jobs.kinds import monitoring
from fairterms_web.jobs.kinds.monitoring import AGENDA, CALENDAR, KIND, PAGE, STATE
from fairterms_web.monitor.access import proposal_of
from tests.decide.small_basis import small_folder
from tests.web.jobs.test_made_outcomes import sentences, small_cells
from tests.web.jobs.test_reconciliation import copy_of_juniper, quiet, words

ON = "2027-07-31"
BEGUN = 'calendar = "CO"\n'
PEOPLE, DISCHARGES, MONEY = (parse(one).unit for one in ("12 patients", "12 discharges", "$12.00"))


def made(folder: Path, **told: str) -> Mapping[str, bytes]:
    """What the work makes."""
    return dict(monitoring.run(folder, quiet, told))


def test_without_terms_it_is_said_where_to_mend_them(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Monitored:
        raise NoTerms(())

    monkeypatch.setattr(monitoring, "monitor", refuse)
    with pytest.raises(CannotBeDone, match="on the page Terms"):
        made(Path("/nowhere/deal"), room="group")


def test_a_refusal_is_told_in_words_of_the_workspace(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: Path, *_: object) -> Monitored:
        fix = 'install it with: pip install "fairterms[monitor]"'
        raise Refusal(f"{folder}/obligations.toml", "cannot be counted", "days are missing", fix)

    monkeypatch.setattr(monitoring, "monitor", refuse)
    with pytest.raises(CannotBeDone) as refused:
        made(Path("/nowhere/deal"), room="group")
    assert str(refused.value) == (
        "obligations.toml: cannot be counted. Days are missing. Ask who runs this workspace to "
        "install it."
    )


def test_terms_alone_give_a_page_and_every_empty_part_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "render", lambda _: b"%PDF")
    parts = made(small_folder(tmp_path / "scratch" / "deal"), room="group", on="2027-03-01")
    assert set(parts) >= {PAGE, STATE, AGENDA, "after-signing.xlsx"}
    state = json.loads(parts[STATE])
    assert state == {"on": "2027-03-01", "proposals": [], "open": [], "problems": []}
    told = words(parts[PAGE])
    assert "No obligation is confirmed yet." in told
    assert "Nothing of the year has been put into the deal folder yet." in told
    assert not re.findall(r"fairterms [a-z-]+|pip install", told)
    assert all(str(tmp_path).encode() not in content for content in parts.values())


def test_a_mistake_in_a_file_is_told_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = small_folder(tmp_path / "scratch" / "deal")
    (folder / "obligations.toml").write_text('[[obligation]]\nid = "a_b"\n', encoding="utf-8")
    monkeypatch.setattr(pdf, "render", lambda _: b"%PDF")
    problems = json.loads(made(folder, room="plan", on="2027-03-01")[STATE])["problems"]
    assert problems
    assert all(one["where"].startswith("obligations.toml, line ") for one in problems)
    assert all(one["what"] and one["fix"] for one in problems)


@pytest.fixture(scope="module")
def rooms(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Mapping[str, bytes]]:
    """What is made of Juniper as of a day, in the group's room and in the plan's."""
    found = {}
    for room in ("group", "plan"):
        place = tmp_path_factory.mktemp(room)
        folder = copy_of_juniper(place / "deal")
        stages: list[str] = []
        parts = dict(monitoring.run(folder, stages.append, {"room": room, "on": ON}))
        assert KIND.stages / 2 <= len(stages) <= KIND.stages * 2, stages
        for part, content in parts.items():
            assert str(place).encode() not in content, part
        found[room] = parts
    return found


@pytest.mark.slow
def test_juniper_is_shown_as_of_the_day(rooms: Mapping[str, Mapping[str, bytes]]) -> None:
    parts = rooms["group"]
    told, state = words(parts[PAGE]), json.loads(parts[STATE])
    assert state["on"] == ON
    assert state["open"]
    assert state["proposals"]
    assert "past and open" in told
    assert "How the plan's data came" in told
    assert not re.findall(r"fairterms [a-z-]+|pip install", told)
    agenda = docx.Document(BytesIO(parts[AGENDA]))
    assert any(one.text.strip() for one in agenda.paragraphs)


@pytest.mark.slow
def test_the_calendar_opens_and_holds_the_open_days(
    rooms: Mapping[str, Mapping[str, bytes]],
) -> None:
    calendar = Calendar.from_ical(rooms["group"][CALENDAR].decode())
    days = [str(one.decoded("dtstart")) for one in calendar.walk("VEVENT")]
    state = json.loads(rooms["group"][STATE])
    assert days
    assert {one["due"] for one in state["open"] if one["due"]} <= set(days)


@pytest.mark.slow
def test_every_proposal_with_a_rule_can_be_confirmed_as_it_stands(
    rooms: Mapping[str, Mapping[str, bytes]],
) -> None:
    sure = Confirmed("lead", date(2027, 7, 31))
    ruled = [one for one in json.loads(rooms["group"][STATE])["proposals"] if one["rule"]]
    assert ruled
    for one in ruled:
        (found,) = read_text(writing.confirm(BEGUN, proposal_of(one), sure)).obligations
        assert (found.id, found.rule.words) == (one["id"], one["rule"])


@pytest.mark.slow
def test_outside_nothing_counts_few_people(rooms: Mapping[str, Mapping[str, bytes]]) -> None:
    page = rooms["plan"][PAGE]
    assert small_cells(page) == []
    assert [one for one in sentences(page) if one] == []
    assert json.loads(rooms["plan"][STATE])["proposals"]


@pytest.mark.slow
def test_headings_are_in_order_and_no_name_stands_twice(
    rooms: Mapping[str, Mapping[str, bytes]],
) -> None:
    page = html.fromstring(f"<div>{rooms['group'][PAGE].decode()}</div>")
    levels = [int(str(one.tag)[1]) for one in page.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 2
    assert all(later <= before + 1 for before, later in pairwise(levels))
    names = [str(one.get("id")) for one in page.iter() if one.get("id")]
    assert len(names) == len(set(names))
    for table in page.iter("table"):
        around = table.getparent()
        assert around is not None
        assert "scroll" in str(around.get("class")), table.findtext("caption")


@pytest.mark.slow
def test_without_chainladder_it_is_said_why_there_is_no_forecast(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "chainladder", None)
    monkeypatch.setattr(pdf, "render", lambda _: b"%PDF")
    parts = made(copy_of_juniper(tmp_path / "deal"), room="group", on=ON)
    told = words(parts[PAGE])
    assert "There is no forecast yet" in told
    assert "chainladder" in told
    assert "Ask who runs this workspace to install it. How the plan's data came" in told
    assert "Early signs" in told
    assert CALENDAR in parts
