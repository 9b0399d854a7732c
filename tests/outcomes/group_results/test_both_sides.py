"""What the panel is given is what the records hold: terms, scores, visits, answers and clinics."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from fairterms.outcomes.gaming.evidence import Evidence
from fairterms.outcomes.gaming.panel import Panel, examine
from fairterms.outcomes.group_results import both_sides
from fairterms.outcomes.group_results.both_sides import LEVEL, look_at_both
from fairterms.outcomes.group_results.declaration import Declaration, Measured
from fairterms.outcomes.group_results.feeds import loaded
from fairterms.outcomes.group_results.own_episodes import EPOCH, OwnEpisodes, tabulate
from fairterms.records.store import Store
from fairterms.units.refusal import Refusal
from tests.outcomes.group_results.made_up_deal import (
    PROGRESS,
    REACHED,
    Patient,
    csv,
    tables,
    write,
)

START = date(2025, 3, 3)
OPTIONS: dict[str, str | float] = {
    "instrument": "phq9",
    "from_day": 120,
    "until_day": 240,
    "response_share": 0.4,
}
RESPONSE = Measured("response", "remission_or_response", OPTIONS)
NO_SHOW = Measured("kept", "no_show", {})
PEOPLE = (
    Patient("P1", ((0, 16), (119, 4), (120, 12), (200, 9), (241, 2)), START, "C1"),
    Patient("P2", ((0, 20), (240, 8), (260, 19)), START, "C2"),
    Patient("P3", ((0, 14), (100, 6)), START, "C3"),
    Patient("P4", ((0, 7), (30, 5)), START, "C1"),
    Patient("P5", ((0, 6), (20, 18), (140, 9)), START, "C2"),
    Patient("P6", ((0, 15), (150, 12), (500, 17), (650, 5)), START, "C3"),
)
"""P4 never reaches the cut, P5 does at the second form, and P6 is in care twice."""
ANSWERS = {
    ("P2", 0): ("3", "", "3", "3", "3", "3", "3", "1", "1"),
    ("P1", 120): ("2", "2", "2", "1", "1", "1", "1", "1", "1"),
    ("P1", 0): ("2", "2", "2", "2", "2", "2", "2", "1", "1"),
    ("P3", 0): ("3", "3", "3", "3", "2", "", "", "", ""),
}
VISITS = (
    ("P1", -1, "finished"),
    ("P1", 0, "finished"),
    ("P1", 50, "Completed"),
    ("P1", 60, "missed"),
    ("P1", 70, "cancelled"),
    ("P1", 541, ""),  # the silence that ends the episode lasts 300 days
    ("P1", 542, "finished"),
    ("P3", 100, "kept"),
    ("P4", 5, "finished"),
    ("P5", 19, "finished"),
    ("P5", 20, "arrived"),
    ("P6", 300, "finished"),
    ("P6", 480, "finished"),
    ("P6", 510, "complete"),
    ("nobody", 3, "finished"),
)
INTAKES = [16, 20, 14, 18, 15, 17]
"""The intake scores of the six episodes, in their order."""


@dataclass(frozen=True)
class Seen:
    """What the panel was given, and what it made of it."""

    evidence: Evidence
    panel: Panel


def after(days: int) -> date:
    return START + timedelta(days)


def number(days: int) -> int:
    """Return a day after the start as the evidence counts it."""
    return (after(days) - EPOCH).days


def with_answers(people: Sequence[Patient]) -> str:
    """The assessments of some people, a few with their single answers."""
    heading, *lines = tables(people)["assessments"].splitlines()
    items = {f"A{who}-{_place(people, who, day)}": cells for (who, day), cells in ANSWERS.items()}
    rows = [f"{line},{','.join(items.get(line.split(',')[0], ('',) * 9))}" for line in lines]
    names = ",".join(f"item_{at}" for at in range(1, 10))
    return "\n".join([f"{heading},{names}", *rows]) + "\n"


def _place(people: Sequence[Patient], who: str, day: int) -> int:
    (one,) = (one for one in people if one.id == who)
    return [at for at, _ in one.scores].index(day)


@contextmanager
def records(folder: Path, **more: str) -> Iterator[tuple[Store, OwnEpisodes]]:
    """Load the people, with more tables by name."""
    write(folder, PEOPLE)
    for name, text in more.items():
        (folder / "records" / f"{name}.csv").write_text(text, encoding="utf-8")
    with loaded(folder, REACHED) as found:
        yield found.store, tabulate(found.store, PROGRESS, REACHED)


def declare(*measured: Measured) -> Declaration:
    return Declaration(REACHED, (2025, 2026), measured, PROGRESS)


def look(store: Store, table: OwnEpisodes) -> Seen:
    """Look at some records, keeping what the panel was given."""
    kept: list[Evidence] = []

    def note(evidence: Evidence, level: float) -> Panel:
        kept.append(evidence)
        assert level == LEVEL
        return examine(evidence, level)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(both_sides, "examine", note)
        panel = look_at_both(store, table, declare(NO_SHOW, RESPONSE))
    return Seen(kept[0], panel)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """Records with visits, single answers and clinics, one of them named like a clinician."""
    rows = [(f"V{at}", who, after(day), status) for at, (who, day, status) in enumerate(VISITS)]
    clinics = "clinician_id,clinic_id\nC1,C3\nC2,C3\nC3,\n"
    with records(
        tmp_path_factory.mktemp("deal"),
        visits=csv("visit_id,person_id,starts,status", rows),
        assessments=with_answers(PEOPLE),
        clinicians=clinics,
    ) as found:
        return look(*found)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, OwnEpisodes]]:
    with records(tmp_path_factory.mktemp("deal")) as found:
        yield found


def test_the_terms_are_those_of_the_response_measure(full: Seen) -> None:
    terms = full.evidence.terms
    assert (terms.entry_cut, terms.response_share, terms.window_days) == (10, 0.4, (120, 240))
    assert (terms.lowest, terms.highest) == (0, 27)
    assert terms.reliability is None


@pytest.mark.parametrize(
    "measured",
    [
        (),
        (NO_SHOW,),
        (Measured("r", "remission_or_response", {**OPTIONS, "instrument": "gad7"}),),
        (Measured("r", "reliable_improvement", OPTIONS),),
    ],
)
def test_without_a_response_on_the_questionnaire_it_is_refused(
    bare: tuple[Store, OwnEpisodes], measured: tuple[Measured, ...]
) -> None:
    with pytest.raises(Refusal, match="no measure of the contract is a response") as refused:
        look_at_both(*bare, declare(*measured))
    assert "remission_or_response" in str(refused.value.fix)


def test_a_questionnaire_whose_scores_rise_with_health_is_refused(
    bare: tuple[Store, OwnEpisodes],
) -> None:
    store, table = bare
    with pytest.raises(Refusal, match="a higher score is better"):
        look_at_both(store, replace(table, direction=1), declare(RESPONSE))


def test_the_last_score_is_the_last_within_the_measures_days(full: Seen) -> None:
    found = full.evidence.episodes
    assert found.intake_score.tolist() == INTAKES
    assert found.intake_day.tolist() == [number(at) for at in (0, 0, 0, 20, 0, 500)]
    np.testing.assert_array_equal(found.last_score, [9, 8, np.nan, 9, 12, 5])
    days = [number(at) for at in (200, 240, 0, 140, 150, 650)]
    np.testing.assert_array_equal(found.last_day, np.where(found.is_followed, days, np.nan))
    assert (full.panel.reached, full.panel.followed) == (4, 5)


def test_the_scores_of_an_episode_begin_with_its_intake(full: Seen) -> None:
    scores = full.evidence.scores
    assert scores is not None
    assert scores.counts().tolist() == [5, 3, 2, 2, 2, 2]
    assert scores.score[scores.patient == 3].tolist() == [18, 9]
    assert scores.score[scores.patient == 5].tolist() == [17, 5]


def test_everybodys_first_score_is_a_screen_also_below_the_cut(full: Seen) -> None:
    screens = full.evidence.screens
    assert screens is not None
    assert screens.tolist() == [16, 20, 14, 7, 6, 15]


def test_kept_visits_within_the_episode_are_sessions(full: Seen) -> None:
    sessions = full.evidence.sessions
    assert sessions is not None
    assert list(zip(sessions.episode.tolist(), sessions.day.tolist(), strict=True)) == [
        (0, number(0)),
        (0, number(50)),
        (0, number(541)),
        (2, number(100)),
        (3, number(20)),
        (4, number(300)),
        (5, number(510)),
    ]


def test_single_answers_know_a_first_form_from_later_ones(full: Seen) -> None:
    forms = full.evidence.forms
    assert forms is not None
    found = {(tuple(row), is_last) for row, is_last in zip(forms.items, forms.is_last, strict=True)}
    assert ((2, 2, 2, 2, 2, 2, 2, 1, 1), False) in found
    assert ((2, 2, 2, 1, 1, 1, 1, 1, 1), True) in found
    assert len(forms.items) == len(ANSWERS)
    assert np.isnan(forms.items).sum(axis=1).tolist().count(1) == 1, "one answer was left out"
    assert np.isnan(forms.items).sum() == 5
    assert forms.is_last.sum() == 1


def test_a_clinic_is_that_of_the_table_else_the_clinician(full: Seen) -> None:
    found = full.evidence.episodes
    assert found.clinician.tolist() == [0, 1, 2, 1, 2, 2]
    first, second, third, *rest = found.clinic.tolist()
    assert first == second != third, "a clinic named like a clinician is not that clinician"
    assert rest == [second, third, third]


def test_without_the_tables_they_are_lacking_and_a_clinician_stands_for_a_clinic(
    bare: tuple[Store, OwnEpisodes],
) -> None:
    seen = look(*bare)
    assert seen.evidence.sessions is None
    assert seen.evidence.forms is None
    lacks = {one.lacks for one in seen.panel.findings}
    assert {"the days of sessions", "the single answers"} <= lacks
    episodes = seen.evidence.episodes
    assert episodes.clinic.tolist() == episodes.clinician.tolist() == [0, 1, 2, 1, 2, 2]
