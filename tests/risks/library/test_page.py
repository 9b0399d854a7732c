"""The section on the library, as values and as HTML."""

from fairterms.publish import html
from fairterms.publish.blocks import Block, Bullets, Callout, Definitions, Heading, Prose
from fairterms.publish.inline import Badge, plain
from fairterms.publish.number_blocks import Table
from fairterms.publish.page import Report
from fairterms.risks.library.library_risk import in_order
from fairterms.risks.library.page import library_blocks, summary_blocks
from fairterms.risks.library.waking import Woken, wake
from fairterms.units.finding import Finding, Severity
from tests.prepare.findings import seen
from tests.risks.library.awake import NOTHING

PUBLIC = "The public bears part of the harm."


def of(*findings: Finding) -> tuple[Woken, ...]:
    return wake(findings, NOTHING)


PARITY = seen("parity-terms", "Parity", Severity.CRITICAL)
LATE = seen("pay-when-paid", "Paid later", Severity.MEDIUM)
UNREAD = seen("bh-record-privacy", "Privacy", unclear="page 4 cannot be read")


def title(blocks: list[Block]) -> str:
    return next(one.title for one in blocks if isinstance(one, Callout))


def headings(blocks: list[Block], level: int) -> list[str]:
    return [one.text for one in blocks if isinstance(one, Heading) and one.level == level]


def said(blocks: list[Block], name: str) -> list[str]:
    lists = [one for one in blocks if isinstance(one, Definitions)]
    return [plain(one.words) for part in lists for one in part.entries if one.name == name]


def test_the_box_counts_what_is_live_and_what_cannot_be_told() -> None:
    live = "2 risks are live here and not yet in your register; of 1 more it cannot be told."
    assert title(library_blocks(of(PARITY, LATE, UNREAD))) == live
    assert title(library_blocks(of(LATE))) == "1 risk is live here and not yet in your register."
    assert title(library_blocks(of(UNREAD))) == "Of 1 risk it cannot be told: live here or not."


def test_where_nothing_wakes_the_section_says_so_and_names_all_as_quiet() -> None:
    blocks = library_blocks(())
    assert title(blocks) == "Nothing in the text or the terms wakes a risk of the library."
    quiet = next(one for one in blocks if isinstance(one, Bullets))
    assert len(quiet.items) == 42
    assert headings(blocks, 3) == ["Quiet risks"]


def test_areas_come_in_their_order_and_only_where_something_is_live() -> None:
    blocks = library_blocks(of(PARITY, LATE))
    assert headings(blocks, 3) == ["Money", "Law", "Quiet risks"]
    assert headings(blocks, 4) == [
        "F3: Payment or settlement arrives late",
        "L3: Terms are stricter than for medical care",
    ]


def test_law_is_shown_as_no_advice_and_money_without_that() -> None:
    advice = "What is said on law is no legal advice; ask counsel."
    assert Prose(advice) in library_blocks(of(PARITY))
    assert Prose(advice) not in library_blocks(of(LATE))


def test_each_shows_why_controls_what_to_watch_and_what_follows_if_nobody_acts() -> None:
    blocks = library_blocks(of(LATE))
    assert said(blocks, "Why it is live here") == [
        "Paid later (agreement.pdf, page 3). It matters."
    ]
    assert "interest after it" in said(blocks, "Prevent")[0]
    assert "by age every month" in said(blocks, "Detect")[0]
    assert "line of credit" in said(blocks, "Correct")[0]
    watch = said(blocks, "Watch")[0]
    assert watch.startswith("Days that earned money has been outstanding (days). Look closely: ")
    assert "Act: more than twice the agreed days." in watch
    assert "missed payroll" in said(blocks, "If nobody acts")[0]
    assert said(blocks, "Never") == ["No appointment is canceled because a payment is late."]


def test_harm_to_the_public_is_said_beside_the_groups_own() -> None:
    assert said(library_blocks(of(PARITY)), "What it would hurt") == [
        f"Access to care, without a break; conduct within the law. {PUBLIC}"
    ]
    assert "public" not in said(library_blocks(of(LATE)), "What it would hurt")[0]


def test_what_the_register_has_is_named_and_not_proposed_again() -> None:
    blocks = library_blocks(of(PARITY, LATE), {"L3", "F2"})
    assert headings(blocks, 4) == ["F3: Payment or settlement arrives late"]
    named = next(one for one in blocks if isinstance(one, Bullets))
    assert named.items == (
        "L3: Terms are stricter than for medical care. Parity (agreement.pdf, page 3). It matters.",
    )
    everything = [plain(one.words) for one in blocks if isinstance(one, Prose)]
    assert any("Your register holds F2 all the same" in one for one in everything)


def test_where_the_register_has_all_that_is_live_nothing_is_proposed() -> None:
    blocks = library_blocks(of(LATE), {"F3"})
    assert title(blocks) == "Every risk that is live here is in your register already."
    assert not [one for one in blocks if isinstance(one, Table)]


def test_the_table_begins_with_the_strongest_and_marks_what_cannot_be_told() -> None:
    table = next(one for one in summary_blocks(of(LATE, UNREAD, PARITY)) if isinstance(one, Table))
    assert [plain(row.cells[0])[:2] for row in table.rows] == ["L3", "F3", "L5"]
    badges = [row.cells[1][0] for row in table.rows]
    assert badges == [Badge("critical"), Badge("medium"), Badge("low", "cannot be told")]


def test_findings_of_one_check_are_counted_and_other_reasons_too() -> None:
    words = [seen("vague-term", f"Word {n}", Severity.MEDIUM) for n in range(3)]
    assert said(library_blocks(of(*words)), "Why it is live here") == [
        "Word 0 (agreement.pdf, page 3). It matters. And 2 more like it."
    ]
    names = ("plan-discretion", "exclusivity", "immediate-termination", "amend-notice-days")
    many = [seen(name, name) for name in (*names, "exit-without-cause", "post-termination-care")]
    assert said(library_blocks(of(*many)), "Why it is live here")[0].endswith("Other reasons: 2.")


def test_the_whole_library_makes_one_page_with_an_anchor_each() -> None:
    checks = {name for risk in in_order() for name in risk.wakes_by}
    blocks = library_blocks(of(*[seen(name) for name in sorted(checks)]))
    anchors = [one.anchor for one in blocks if isinstance(one, Heading)]
    assert len(anchors) == len(set(anchors))
    assert all(one.startswith("risks-library") for one in anchors)
    page = html.render(Report(title="Risks", blocks=tuple(blocks)))
    assert 'id="risks-library-l9"' in page
