"""The cards as a page and as records: counts first, short quotations, a rule for each line."""

import json

import pytest

from fairterms.publish import html
from fairterms.publish.blocks import Definitions, Heading, Prose
from fairterms.publish.inline import plain
from fairterms.publish.number_blocks import Table
from fairterms.publish.page import Report
from fairterms.reference.lesson_sentence import EXPLAINED
from fairterms.review import filled_cards, findings_page, scorecard_records, scorecard_section
from fairterms.review.reading import review
from fairterms.review.scorecard import Material
from tests.correspondence.made_up import DAY, entry, promise, sound
from tests.review.conftest import ONE_SIDED, Read, agreement

LONG = (
    "Plan may amend this Agreement at any time by a notice that it posts on its website or sends "
    "by mail or shows on its portal or names in a letter to all providers or mentions at a meeting "
    "or reads aloud by telephone and that takes effect on the day that Plan chooses."
)


@pytest.fixture
def material(read_all: Read) -> Material:
    reading = read_all(agreement(ONE_SIDED, LONG))
    return Material(reading, review(reading.documents, reading.features))


def test_a_card_opens_with_its_counts_in_one_line(material: Material) -> None:
    blocks = scorecard_section.blocks(material)
    assert blocks[0] == Heading(2, "Twenty good-faith questions", "good-faith")
    assert isinstance(blocks[1], Prose)
    said = plain(blocks[1].words)
    assert said.startswith("Of 20 questions: ")
    numbers = [int(word) for word in said.replace(":", "").split() if word.isdigit()]
    assert numbers[0] == 20 == sum(numbers[1:])
    assert filled_cards.summary(material) == said


def test_every_card_has_its_table_and_a_rule_for_each_line(material: Material) -> None:
    blocks = scorecard_section.blocks(material)
    tables = [len(one.rows) for one in blocks if isinstance(one, Table)]
    rules = [len(one.entries) for one in blocks if isinstance(one, Definitions)]
    assert tables == [20, 7, 18, 4, 6]
    assert rules == [20, 18, 4]


def test_each_rule_of_good_faith_names_the_section_that_explains_it(material: Material) -> None:
    page = html.render(Report(title="Cards", blocks=tuple(scorecard_section.blocks(material))))
    assert len(EXPLAINED.findall(page)) == 20


def test_quotations_are_short_and_say_document_and_page(read_all: Read) -> None:
    reading = read_all(agreement(LONG, without=("change",)))
    seen = Material(reading, review(reading.documents, reading.features))
    table = next(one for one in scorecard_section.blocks(seen) if isinstance(one, Table))
    cells = [plain(row.cells[3]) for row in table.rows]
    assert any("(agreement.txt, page 1)" in cell for cell in cells)
    assert any("Plan may amend" in cell and " …”" in cell for cell in cells)
    assert not any("that Plan chooses" in cell for cell in cells)


def test_headings_go_down_a_level_where_asked(material: Material) -> None:
    levels = [b.level for b in scorecard_section.blocks(material, 3) if isinstance(b, Heading)]
    assert set(levels) == {3, 4}


def test_the_page_of_findings_takes_them(material: Material) -> None:
    reading = material.reading
    more = scorecard_section.blocks(material)
    page = findings_page.build(reading.documents, material.findings, reading.gaps, more)
    written = html.render(page)
    assert written.index("Findings, beside the text") < written.index("Signs of seven tactics")


def test_no_card_speaks_of_intent_as_a_fact(material: Material) -> None:
    written = json.dumps(scorecard_records.as_records(material))
    for word in ("violates", "illegal", "bad faith", "intends to"):
        assert word not in written.replace(LONG, "")


def test_records_hold_every_line_with_exact_places(material: Material) -> None:
    records = scorecard_records.as_records(material)
    assert len(records["good_faith"]) == 20
    assert len(records["concerns"]) == 18
    assert len(records["adhesion"]) == 4
    assert len(records["tactics"]) == 7
    assert len(records["elements"]) == 6
    text = material.reading.documents[0].text
    quotes = [
        quote
        for line in records["good_faith"]
        for quote in (*line["evidence_for"], *line["evidence_against"])
        if quote["kind"] == "quote"
    ]
    assert quotes
    assert all(text[one["start"] : one["end"]] == one["text"] for one in quotes)


def test_a_lease_is_not_asked_about_care(read_all: Read) -> None:
    lease = Material(read_all("LEASE\nThis Lease is between Ann and Bob. Rent is due monthly."), ())
    assert [type(one) for one in scorecard_section.blocks(lease)] == [Heading, Prose]
    assert scorecard_records.as_records(lease) == {}
    assert filled_cards.summary(lease) == ""


def test_lines_of_the_log_are_shown_as_such_and_the_day_is_named(read_all: Read) -> None:
    log = sound(promise(), entry("marked", tactic='"ratcheting"'))
    given = Material(read_all(agreement()), (), log=log, today=DAY)
    tactics = [one for one in scorecard_section.blocks(given) if isinstance(one, Table)][1]
    assert "up to 2026-11-20" in plain(tactics.footnote)
    cells = " ".join(plain(row.cells[2]) for row in tactics.rows)
    assert "log, 2026-10-01, managing partner of the group: request (pending" in cells
    assert "the terms state log" not in cells
    records = scorecard_records.as_records(given)
    first = records["tactics"][0]
    assert (first["tactic"], len(first["log_entries"])) == ("ratcheting", 1)


def test_without_a_log_the_table_of_tactics_says_so(read_all: Read) -> None:
    given = Material(read_all(agreement()), ())
    tactics = [one for one in scorecard_section.blocks(given) if isinstance(one, Table)][1]
    assert plain(tactics.footnote) == "No log of requests and promises is kept in what was given."
