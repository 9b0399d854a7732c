"""Asks from findings: one for each check, led by its worst finding."""

from dataclasses import replace

from fairterms.negotiate.ask.ask import Ask
from fairterms.negotiate.ask.finding_asks import finding_asks, in_its_names
from fairterms.negotiate.ask.stake import stakes
from fairterms.units.finding import Finding, Severity
from tests.negotiate.ask.made_up import grounds
from tests.prepare.findings import seen


def only(*findings: Finding, must_haves: tuple[str, ...] = ()) -> Ask:
    (found,) = finding_asks(grounds(findings, must_haves=must_haves, has_years=False))
    return found


def test_the_worst_finding_of_a_check_gives_the_words_and_all_are_kept() -> None:
    mild = seen("vague-term", severity=Severity.LOW)
    grave = replace(
        seen("vague-term", severity=Severity.HIGH),
        asks=("Ask for a definition.",),
        wording="“Reasonable” means so.",
        why="It is vague.",
    )
    found = only(mild, grave)
    assert (found.what, found.because) == ("Ask for a definition.", "It is vague.")
    assert found.wording == "“Reasonable” means so."
    assert found.severity is Severity.HIGH
    assert found.findings == (mild, grave)


def test_where_to_stop_follows_from_must_have_and_severity() -> None:
    must = only(seen("vague-term", severity=Severity.CRITICAL), must_haves=("vague-term",))
    assert must.is_must_have
    assert must.walk_away.startswith("Do not sign without it")
    grave = only(seen("vague-term", severity=Severity.CRITICAL), must_haves=("loss-cap",))
    assert not grave.is_must_have
    assert "have counsel say" in grave.walk_away
    assert only(seen("vague-term")).walk_away == "May be given up for something worth more."


def test_what_could_not_be_told_is_no_ask() -> None:
    assert finding_asks(grounds((seen("vague-term", unclear="page 4 was not read"),))) == ()


def test_second_best_effort_and_own_records_stand_with_the_ask() -> None:
    given = grounds((seen("quality-gate"),), has_years=False)
    (found,) = finding_asks(replace(given, own={"quality-gate": ("41 % now.",)}))
    stake = stakes()["quality-gate"]
    assert found.fallback is not None
    assert (found.fallback.wording, found.effort) == (stake.fallback, stake.effort)
    assert found.criteria[0] == "Own records: 41 % now."


def test_an_ask_asks_for_something_where_its_check_also_puts_a_question() -> None:
    for asks, wanted in (
        (("Ask whether it holds.", "Ask that it holds."), "Ask that it holds."),
        (("Ask which number is meant, and for one term.", "Ask that it is set right."), ""),
        (("Ask who pays, who gains.",), ""),
        (("List every promise.", "Ask for an exhibit."), ""),
    ):
        found = only(replace(seen("vague-term"), asks=asks))
        assert found.what == (wanted or asks[0])


def test_words_call_the_parties_as_the_contract_does() -> None:
    deal = grounds().deal
    named = replace(
        deal,
        group=replace(deal.group, called=("Practice",)),
        plan=replace(deal.plan, called=("Payer",)),
    )
    words = "Plan pays Provider’s fees; Planned leave of Group stays."
    said = in_its_names(words, named)
    assert said == "Payer pays Practice’s fees; Planned leave of Practice stays."
    silent = replace(deal, group=replace(deal.group, called=()), plan=replace(deal.plan, called=()))
    assert in_its_names(words, silent) == words
