"""The brief is one report: page one, asks, trades, questions, redline, replies, log, cautions."""

from datetime import date
from typing import Any

from fairterms.negotiate.ask.ask import Fallback
from fairterms.negotiate.brief.material import Material
from fairterms.negotiate.brief.report import (
    CAUTIONS,
    FOOTER,
    brief_report,
    questions_report,
    redline_report,
)
from fairterms.publish.blocks import Bullets, Callout, Contents, Heading, PageBreak, Prose
from fairterms.publish.inline import plain
from fairterms.publish.number_blocks import Table
from tests.correspondence.made_up import entry, promise, sound
from tests.negotiate.brief.made_up import ABSENT, ask, book, material, mean_price, quote
from tests.simulate.small_outlook import words_of

DAY = date(2026, 11, 22)


def titles(**parts: Any) -> list[str]:
    return titles_of(2, material(**parts), DAY)


def titles_of(level: int, made: Material, day: date) -> list[str]:
    blocks = brief_report(made, day).blocks
    return [one.text for one in blocks if isinstance(one, Heading) and one.level == level]


def test_the_parts_stand_in_their_order() -> None:
    assert titles() == [
        "Our position on one page",
        "What to ask for",
        "What can be traded",
        "Questions to put to the plan",
        "The redline",
        "If the talk gets hard",
        "What was said so far",
        "Cautions",
    ]


def test_trades_and_leverage_take_their_places_where_they_are_given() -> None:
    found = titles(
        trades=(Heading(2, "What can be traded", "trades"), Prose("Much.")),
        leverage=(Heading(2, "What gives us weight", "leverage"), Prose("Little.")),
    )
    assert found[2:4] == ["What can be traded", "What gives us weight"]
    assert found.count("What can be traded") == 1


def test_without_trades_it_says_how_to_begin() -> None:
    report = brief_report(material(), DAY)
    told = [plain(one.words) for one in report.blocks if isinstance(one, Prose)]
    assert any("positions.toml" in one for one in told)


def test_the_contents_follow_page_one() -> None:
    sorts = [type(one) for one in brief_report(material(), DAY).blocks]
    assert sorts.index(Contents) == sorts.index(PageBreak) + 1


def test_every_ask_is_there_with_the_command_that_works_it_out_again() -> None:
    asks = [ask(f"ask-{at}", quote(start=99 * at)) for at in range(20)]
    report = brief_report(material(book(*asks, ask("new-one", ABSENT))), DAY)
    told = "\n".join(plain(one.words) for one in report.blocks if isinstance(one, Prose))
    for at in range(20):
        assert f"fairterms negotiate deals/made-up --ask ask-{at}." in told


def test_counsel_the_law_and_competing_groups_are_spoken_of() -> None:
    *_, box = brief_report(material(), DAY).blocks
    assert isinstance(box, Callout)
    assert isinstance(box.blocks[0], Bullets)
    assert box.blocks[0].items == CAUTIONS
    told = " ".join(CAUTIONS)
    for words in ("Counsel reviews every wording", "not legal advice", "antitrust law"):
        assert words in told
    assert FOOTER[0] == "For the group alone. Not legal advice.", "it is on every page"


def test_a_long_name_of_a_deal_leaves_the_title_on_one_line() -> None:
    report = brief_report(material(deal="A contract " * 20), DAY)
    assert len(report.title) < 55
    assert report.made_on == "2026-11-22"


def test_the_log_is_looked_at_on_the_day_of_the_brief() -> None:
    made = material(log=sound(entry("asked", on="2026-11-21"), promise("sample", due="2026-11-01")))
    for day, has_question, has_promise in (
        (date(2026, 11, 22), True, True),
        (date(2026, 11, 20), False, True),
        (date(2026, 10, 20), False, False),
    ):
        found = titles_of(3, made, day)
        assert ("What we asked and still wait for" in found) == has_question
        assert ("What we understood you would do" in found) == has_promise
        tables = [one.caption for one in brief_report(made, day).blocks if isinstance(one, Table)]
        assert "Open, late, or not kept" in tables


def test_what_is_handed_over_tells_nothing_of_prices_limits_or_what_comes_second() -> None:
    asked = ask(
        "amend-unilateral",
        quote(),
        price=mean_price(),
        wording="Both sign.",
        fallback=Fallback("SECOND BEST"),
        walk_away="STOP HERE",
    )
    made = material(book(asked), where_to_stop=("END OF TALKS",), missing=("Provider Manual",))
    redline = words_of(list(redline_report(made, DAY).blocks))
    questions = words_of(list(questions_report(made, DAY).blocks))
    assert "Both sign." in redline
    assert "Provider Manual" in questions
    for words in (redline, questions):
        for secret in (
            "SECOND BEST",
            "STOP HERE",
            "END OF TALKS",
            "$",
            "must-have",
            "bargain",
            "alone",
        ):
            assert secret not in words
    for report in (redline_report(made, DAY), questions_report(made, DAY)):
        assert report.footer != FOOTER
