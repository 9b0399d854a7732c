"""Values, incidents, interests and workshops, as the register holds them."""

from fairterms.publish import structure
from fairterms.publish.blocks import Block
from fairterms.risks.appraisal.register_section import record_blocks, value_blocks
from fairterms.risks.register.reader import read_text
from fairterms.risks.register.register import Register
from tests.risks.appraisal.small_register import DAY, MARGIN
from tests.simulate.small_outlook import table_of, words_of

MORE = """
[[value]]
id = "kind"
statement = "Nobody waits in pain."
adopted = { }

[[incident]]
day = 2026-03-02
what = "a file was sent twice"
objective = "margin"
loss = "$120.00"
found_by = "billing lead"
closed = 2026-03-09
lesson = "count the files"

[[incident]]
day = 2026-05-04
what = "a line of calls was down"
objective = "access"
loss = "unknown"
found_by = "office manager"

[[interest]]
role = "contracting lead"
declared = 2026-10-05
nil = true

[[interest]]
role = "clinical lead"
declared = 2026-10-05
interest = "advises the plan"
party = "plan"
value_band = "{band}"
from = 2025-01-01
to = 2026-10-31
mitigation = "leaves the room"
recusal = "measures"

[[swot]]
side = "threat"
text = "The plan may leave the region."

[[pestle]]
theme = "legal"
text = "A new law on notice."
"""


def register(text: str) -> Register:
    found = read_text(text)
    assert found.problems == ()
    return found


def band() -> str:
    from fairterms.risks.register.interest import BANDS  # noqa: PLC0415 -- beside its only use

    return BANDS[0]


def whole() -> Register:
    return register(MARGIN + MORE.replace("{band}", band()))


def records(found: Register) -> list[Block]:
    return record_blocks(found, DAY, "r")


def test_a_value_says_who_adopted_it_and_what_serves_it() -> None:
    first, second = table_of(value_blocks(whole(), "r"), "r-shared").rows
    assert first.cells == (
        "Both sides can work out every payment.",
        "group on 2026-09-28",
        "what the deal adds in a year",
    )
    assert second.cells[1:] == ("nobody yet", "none: a value without a measure")


def test_without_values_there_is_no_empty_table() -> None:
    bare = MARGIN[MARGIN.index("[[objective]]") :].replace('value = "open"\n', "")
    assert value_blocks(register(bare), "r") == []


def test_an_incident_has_its_loss_its_end_and_its_lesson() -> None:
    first, second = table_of(records(whole()), "r-incident-table").rows
    assert first.cells == (
        "2026-03-02",
        "a file was sent twice",
        "$120.00",
        "billing lead",
        "2026-03-09",
        "count the files",
    )
    assert second.cells[2:] == ("not known", "office manager", "open", "–")


def test_an_interest_that_ended_is_said_to_have_ended() -> None:
    nil, ended = table_of(records(whole()), "r-declared").rows
    assert nil.cells == ("contracting lead", "2026-10-05", "none declared", "–", "–", "–")
    assert ended.cells[2] == "advises the plan (plan)"
    assert ended.cells[4] == "ended: leaves the room"
    runs = register(MARGIN + MORE.replace("{band}", band()).replace("2026-10-31", "2026-11-02"))
    assert table_of(records(runs), "r-declared").rows[1].cells[4] == "leaves the room"


def test_an_empty_register_asks_for_what_it_lacks_and_blames_nobody() -> None:
    words = words_of(records(register(MARGIN)))
    assert "No incident is written down." in words
    assert "Nobody has declared an interest, or that there is none." in words
    assert "SWOT" not in words


def test_what_workshops_said_stands_under_its_frame() -> None:
    blocks = records(whole())
    words = words_of(blocks)
    assert words.index("(SWOT)") < words.index("The plan may leave the region.")
    assert words.index("(PESTLE)") < words.index("A new law on notice.")
    assert "Strength\n" not in words
    structure.check(structure.with_anchors([*value_blocks(whole(), "r"), *blocks]))
