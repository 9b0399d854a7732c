"""No page of the workspace names a command or a place on disk."""

from pathlib import Path

import pytest

from fairterms.publish import fragment
from fairterms.publish.inline import Code, Emphasis
from fairterms.publish.page import Bullets, Callout, Heading, Prose, Report
from fairterms_web.jobs.wording import PAGES, for_the_web, on_a_page
from fairterms_web.rooms.pages import PLACES

FOLDER = Path("/home/x/scratch/tmpabc/deal")


@pytest.mark.parametrize(
    ("said", "here"),
    [
        ("See fairterms outcomes --help.", "See the page Outcomes."),
        ("Run fairterms ready: it asks.", "Open the page Decide: it asks."),
        ("<code>fairterms negotiate /a/b --ask x.y</code>.", "the page Negotiate."),
        ("weigh it: fairterms decide DEAL --with OFFER", "weigh it: the page Decide"),
        ("with fairterms log /a/b/deal, then", "with the page Negotiate, then"),
        ("Run: fairterms benchmark.", "Open the page Outcomes."),
        ("Beside it: fairterms reconcile DEAL STATEMENT", "Beside it: the page Reconcile"),
        ("Run fairterms monitor.", "Open the page After signing."),
        (
            "It needs a library. Install it with: pip install 'fairterms[reserving]'.",
            "It needs a library. Ask who runs this workspace to install it.",
        ),
        (
            'fix: install it with: pip install "fairterms[monitor]"',
            "fix: ask who runs this workspace to install it",
        ),
        ("and run: fairterms new-script.", "and open the page Terms."),
        ("fairterms new helps", "the page Start helps"),
        ("Made with Fairterms.", "Made with Fairterms."),
        ("fairterms unheard-of", "fairterms unheard-of"),
    ],
)
def test_a_command_becomes_the_page_that_does_the_same(said: str, here: str) -> None:
    assert on_a_page(said) == here


def test_the_place_on_disk_is_left_out() -> None:
    assert on_a_page(f"{FOLDER}/risks.toml:3: wrong", FOLDER) == "risks.toml:3: wrong"
    assert on_a_page(f"in {FOLDER}", FOLDER) == "in the deal"


def test_a_report_keeps_everything_else() -> None:
    code = Code(f"fairterms negotiate {FOLDER} --ask a.b")
    blocks = (
        Heading(2, "What to ask", "asks"),
        Callout("note", "A note", (Prose(("Again with ", code, ".")),)),
        Bullets(((Code("risks.toml"), " stays"), "plain")),
    )
    before = Report(title="A deal", blocks=blocks)
    after = for_the_web(before, FOLDER)
    note = after.blocks[1]
    assert isinstance(note, Callout)
    (said,) = note.blocks
    assert isinstance(said, Prose)
    assert said.words[1] == Emphasis("the page Negotiate")
    assert after.blocks[0] is before.blocks[0]
    assert after.blocks[2] is before.blocks[2]
    assert str(FOLDER) not in fragment.render(after.blocks)


def test_every_page_that_is_named_is_one_of_the_navigation() -> None:
    assert set(PAGES.values()) <= {title for _, title in PLACES}
