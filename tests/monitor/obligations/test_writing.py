"""Adding to the file of obligations: what stands there stays to the letter."""

from datetime import date
from pathlib import Path

import pytest

from fairterms.correspondence.entry import EvidenceFile
from fairterms.monitor.calendar import rule_reader
from fairterms.monitor.obligations import reader
from fairterms.monitor.obligations.book import FILE
from fairterms.monitor.obligations.event import Event, Kind
from fairterms.monitor.obligations.obligation import Confirmed, Party
from fairterms.monitor.obligations.proposal import Proposal
from fairterms.monitor.obligations.writing import confirm, record, save
from fairterms.units.finding import QuoteEvidence
from fairterms.units.refusal import Refusal
from tests.monitor.obligations.conftest import BOOK

QUOTE = "Plan shall answer a Settlement Notice “in writing”\nwithin twenty (20) days."
LEAD = Confirmed("contracting lead", date(2026, 12, 4))


def _proposal(rule: str = "") -> Proposal:
    return Proposal(
        id="plan_7_4",
        owed_by=Party.PLAN,
        owed_to=Party.GROUP,
        what='Answer a "Settlement Notice"',
        due_words="within twenty (20) days",
        rule=rule_reader.read(rule) if rule else None,
        section="7.4",
        quote=QuoteEvidence("01-agreement.pdf", 8, 10, 10 + len(QUOTE), QUOTE),
    )


def _event(**more: str) -> Event:
    on = date(2027, 5, 2)
    return Event(
        id=more.pop("id", "told"),
        line=0,
        obligation=more.pop("obligation", "answer"),
        key="",
        kind=Kind.STARTED,
        on=on,
        by="contract analyst",
        evidence=EvidenceFile("letters/a.txt", "0" * 64),
        **more,
    )


def test_a_confirmed_proposal_is_read_back_as_it_was() -> None:
    text = confirm(BOOK, _proposal("20 days after a settlement notice"), LEAD)
    assert text.startswith(BOOK)
    one = reader.read_text(text).obligations[-1]
    assert (one.id, one.owed_by, one.owed_to) == ("plan_7_4", Party.PLAN, Party.GROUP)
    assert one.what == 'Answer a "Settlement Notice"'
    assert one.confirmed == LEAD
    assert one.cite is not None
    assert one.cite.quote == " ".join(QUOTE.split())
    assert one.cite.page == 8


def test_a_person_may_give_the_rule_the_clause_leaves_open() -> None:
    with pytest.raises(Refusal, match="has no due rule"):
        confirm(BOOK, _proposal(), LEAD)
    text = confirm(BOOK, _proposal(), LEAD, due="20 days after a settlement notice")
    assert reader.read_text(text).obligations[-1].rule.trigger == "settlement notice"


def test_a_rule_that_cannot_be_worked_out_is_refused_before_anything_is_written() -> None:
    with pytest.raises(Refusal, match="due is no rule that can be worked out"):
        confirm(BOOK, _proposal(), LEAD, due="soon")


def test_a_proposal_is_not_confirmed_twice() -> None:
    proposal = _proposal("20 days after a settlement notice")
    with pytest.raises(Refusal, match='the id "plan_7_4" is used twice'):
        confirm(confirm(BOOK, proposal, LEAD), proposal, LEAD)


def test_an_event_is_read_back_as_it_was_written() -> None:
    text = record(BOOK, _event())
    assert text.startswith(BOOK)
    found = reader.read_text(text).events[-1]
    assert (found.id, found.kind, found.on) == ("told", Kind.STARTED, date(2027, 5, 2))
    assert found.evidence == EvidenceFile("letters/a.txt", "0" * 64)


def test_an_event_of_an_unknown_obligation_is_refused() -> None:
    with pytest.raises(Refusal, match='there is no obligation called "anwser"'):
        record(BOOK, _event(obligation="anwser"))


def test_a_problem_that_stood_there_before_does_not_stop_an_event() -> None:
    broken = BOOK.replace('owed_by = "group"', 'owed_by = "us"')
    assert len(reader.read_text(record(broken, _event())).events) == 1


def test_a_file_is_only_added_to(tmp_path: Path) -> None:
    path = tmp_path / FILE
    save(tmp_path, "", BOOK)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    save(tmp_path, BOOK, record(BOOK, _event()))
    assert path.read_bytes().startswith(before)
    book = reader.read_text(path.read_bytes().decode("utf-8"))
    assert [one.id for one in book.events] == ["told"]


def test_what_somebody_else_has_added_meanwhile_is_not_lost(tmp_path: Path) -> None:
    save(tmp_path, "", record(BOOK, _event(id="theirs")))
    with pytest.raises(Refusal, match="has changed since it was read"):
        save(tmp_path, BOOK, record(BOOK, _event(id="ours")))
    assert "ours" not in (tmp_path / FILE).read_text(encoding="utf-8")
