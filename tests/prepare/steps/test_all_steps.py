"""The twenty-two steps."""

import re
from dataclasses import replace

from fairterms.prepare.steps.all_steps import STEPS, judge
from fairterms.prepare.steps.deal_shows import DealShows
from fairterms.prepare.steps.step import Standing

WHOLE = DealShows(
    value_said="scores",
    impact_said=True,
    tables=2,
    clean_tables=2,
    costs=1,
    missed_duties=0,
    has_walk_away=True,
    has_forecast=True,
    scenarios=3,
    alternatives="fees",
    is_able_to_decline=True,
    own_goals=1,
    plan_goals=1,
    measurable_goals=2,
    goals=2,
    offers=2,
    laws_named=1,
    findings=1,
    team=5,
    coordination=4,
    counsel="a firm",
    counsel_evidence="review and antitrust memo of May 2",
    sample="accepted",
    clauses=3,
    documents=1,
    undefined_words=0,
    measures=1,
    measured=1,
    responsibilities=5,
    risks=2,
    tactics=0,
    questions_open=0,
    positions=True,
    wordings=1,
    scripts=2,
    log_entries=4,
    other_contracts=1,
    signer="owner",
)


def test_there_are_twenty_two_steps_with_names_of_their_own() -> None:
    assert len(STEPS) == 22
    assert len({one.id for one in STEPS}) == len({one.title for one in STEPS}) == 22
    assert [one.number for one in judge(DealShows())] == list(range(1, 23))
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", one.id) for one in STEPS)


def test_the_steps_serve_every_requirement_of_the_talks() -> None:
    served = {name for one in STEPS for name in one.requirements}
    wanted = {f"R-F{number}" for number in range(1, 12)}
    assert wanted | {"R-D9", "R-D10", "R-D11", "R-G2"} <= served


def test_of_an_empty_folder_every_step_but_the_measures_is_open() -> None:
    standings = {one.step.id: one.stand.standing for one in judge(DealShows())}
    assert standings.pop("baselines") is Standing.DONE, "there is no measure to work out"
    assert set(standings.values()) == {Standing.OPEN}


def test_of_a_whole_folder_every_step_is_done() -> None:
    late = [one for one in judge(WHOLE) if one.stand.standing is not Standing.DONE]
    assert late == []


def test_one_thing_less_opens_one_step() -> None:
    changed = replace(WHOLE, signer="")
    late = [one.step.id for one in judge(changed) if one.stand.standing is not Standing.DONE]
    assert late == ["counsel"]
    changed = replace(WHOLE, sample="not yet accepted")
    late = [one.step.id for one in judge(changed) if one.stand.standing is not Standing.DONE]
    assert late == ["sample"]


def test_words_are_whole_sentences_and_accuse_nobody() -> None:
    for deal in (DealShows(), WHOLE, DealShows(counsel="a firm", tactics=3, wordings=2)):
        for one in judge(deal):
            said = [one.stand.shows, one.step.why, *([one.stand.next] if one.stand.next else [])]
            for words in said:
                assert words.endswith((".", "”.")), words
                assert not re.search(r"\b(?:lie[sd]?|cheat|trick|deceiv|bad faith)", words)
