"""The pages on readiness, as values and as HTML."""

from fairterms.prepare.readiness.assessment import Judged, Readiness, judge
from fairterms.prepare.readiness.criterion import CRITERIA, Judgement, Standing
from fairterms.prepare.readiness.declaration import Declaration
from fairterms.prepare.readiness.page import readiness_blocks, summary_blocks
from fairterms.prepare.readiness.situation import Situation
from fairterms.prepare.stated import Proof
from fairterms.publish import html
from fairterms.publish.blocks import Block, Callout, Heading, Numbered
from fairterms.publish.number_blocks import Figures, Table
from fairterms.publish.page import Report


def readiness(**standings: Standing) -> Readiness:
    """Give every criterion a standing: ready, or the one named."""

    def judgement(name: str) -> Judgement:
        standing = standings.get(name, Standing.READY)
        first = "" if standing is Standing.READY else f"Mend {name}."
        proof = Proof(f"The criterion {name} was looked at", "a file", is_shown=True)
        missing = () if standing is Standing.READY else ("Nobody said it.",)
        return Judgement(standing, f"Because of {name}.", (proof,), missing, first)

    return Readiness(tuple(Judged(one, judgement(one.name)) for one in CRITERIA.values()))


def callout(blocks: list[Block]) -> Callout:
    return next(one for one in blocks if isinstance(one, Callout))


def test_what_is_not_ready_comes_first_and_by_name() -> None:
    box = callout(summary_blocks(readiness(size=Standing.NOT_YET, staff=Standing.UNKNOWN)))
    assert (box.kind, box.title) == ("warning", "Not ready yet: size.")


def test_what_nobody_said_is_a_warning_too() -> None:
    box = callout(summary_blocks(readiness(staff=Standing.UNKNOWN, size=Standing.WATCH)))
    assert (box.kind, box.title) == ("warning", "It cannot be told yet: staff.")


def test_what_is_to_be_watched_is_a_note() -> None:
    box = callout(summary_blocks(readiness(size=Standing.WATCH)))
    assert (box.kind, box.title) == ("note", "Ready to go on; to be watched: size.")


def test_all_ready_asks_for_nothing() -> None:
    blocks = summary_blocks(readiness())
    assert callout(blocks).title == "Ready, with evidence for every criterion."
    assert not [one for one in blocks if isinstance(one, Numbered)]


def test_the_counts_add_up_to_every_criterion() -> None:
    blocks = summary_blocks(readiness(size=Standing.WATCH, staff=Standing.NOT_YET))
    figures = next(one for one in blocks if isinstance(one, Figures))
    counts = [int(one.value.split()[0]) for one in figures.numbers]
    assert counts == [len(CRITERIA) - 2, 1, 0, 1]


def test_first_steps_stand_under_the_time_they_are_for() -> None:
    blocks = summary_blocks(readiness(size=Standing.NOT_YET, staff=Standing.NOT_YET))
    headings = [one.text for one in blocks if isinstance(one, Heading)]
    assert headings == [
        "Is the group ready?",
        "First steps before signing",
        "First steps before money depends on results",
    ]


def test_the_whole_page_shows_all_evidence_and_links_to_it() -> None:
    report = Report(title="Ready", blocks=tuple(readiness_blocks(readiness(size=Standing.WATCH))))
    page = html.render(report)
    for criterion in CRITERIA.values():
        assert f'id="ready-{criterion.name.replace("_", "-")}"' in page
        assert f"The criterion {criterion.name} was looked at." in page
    assert "Evidence missing" in page
    assert page.count("Nobody said it.") == 1


def test_the_summary_can_stand_in_another_report() -> None:
    blocks = summary_blocks(readiness(size=Standing.WATCH))
    report = Report(title="Decision", blocks=(Heading(2, "The answer", "answer"), *blocks))
    assert "ready-criteria" in html.render(report)
    assert "ready-size" not in html.render(report)


def test_the_table_names_every_criterion() -> None:
    blocks = readiness_blocks(judge(Declaration(), Situation()))
    table = next(one for one in blocks if isinstance(one, Table))
    assert len(table.rows) == len(CRITERIA)


def test_without_a_forecast_there_is_no_section_on_sizes() -> None:
    anchors = [one.anchor for one in readiness_blocks(readiness()) if isinstance(one, Heading)]
    assert "ready-sizes" not in anchors
