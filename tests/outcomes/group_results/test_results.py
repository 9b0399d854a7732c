"""Everything the records can answer is gathered; what they cannot answer is said, not guessed."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from fairterms.outcomes.group_results import results, subgroup_search
from fairterms.outcomes.group_results.assessment import AskedTarget
from fairterms.outcomes.group_results.declaration import Declaration, Measured
from fairterms.outcomes.group_results.feeds import loaded
from fairterms.outcomes.group_results.results import Asked, Results, gather, judge_targets
from fairterms.outcomes.targets.target import Direction, Target
from fairterms.units.refusal import Refusal
from tests.outcomes.group_results.made_up_deal import PROGRESS, REACHED, Patient, patient, write
from tests.outcomes.group_results.test_measured import NO_SHOW, RESPONSE

pytestmark = pytest.mark.slow

OPEN = replace(RESPONSE, open={"missing": ("failure", "left out")})
DECLARED = Declaration(REACHED, (2025, 2026), (OPEN, NO_SHOW), PROGRESS, (), "response")
PEOPLE = [
    *(patient(at, 16, 8 if at < 12 else 15, clinician=f"C{at % 3}") for at in range(24)),
    *(
        patient(at, 16, 8 if at < 40 else None, starts=date(2026, 1, 5), clinician=f"C{at % 3}")
        for at in range(30, 50)
    ),
]


def between(one: Fraction, other: Fraction) -> Decimal:
    return abs(Decimal(str(float(one - other)))) * 1000


def pay(rate: float) -> Decimal:
    return Decimal(str(rate)) * 1000


ASKED = {
    "response": Asked((AskedTarget(Target(0.4, Direction.AT_LEAST)),), 0.48, between, pay),
    "satisfaction": Asked(),
}


def gathered(
    folder: Path,
    declared: Declaration = DECLARED,
    people: list[Patient] = PEOPLE,
    asked: Mapping[str, Asked] = ASKED,
) -> Results:
    said: list[str] = []
    with loaded(write(folder, people), REACHED) as records:
        found = gather(folder, declared, records, asked, said.append)
    assert "Cutting episodes" in said
    return found


@pytest.fixture(scope="module", autouse=True)
def _few_worlds() -> Iterator[None]:
    """Fewer worlds of chance: their number matters to the p-value alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(subgroup_search, "REPLICATES", 19)
        yield


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Results:
    return gathered(tmp_path_factory.mktemp("deal"))


def test_targets_stand_beside_the_counts(found: Results) -> None:
    (one,) = found.assessed
    assert [(year.reached, year.n) for year in one.years] == [(12, 24), (10, 20)]
    assert [target.asked.target.rate for target in one.targets] == [0.4]
    assert found.assumed == {"response": 0.48}


def test_open_words_are_read_every_way_and_priced(found: Results) -> None:
    (one,) = found.open_measures
    assert one.year == 2026
    assert {reading.labels[0] for reading in one.sensitivity.readings} == {"failure", "left out"}
    assert one.dollars == 500


def test_measures_without_records_or_without_a_word_in_the_file_are_named(found: Results) -> None:
    missing = {one.measure: one.why for one in found.not_measured}
    assert set(missing) == {"kept", "satisfaction"}
    assert "without visits" in missing["kept"]
    assert "outcomes.toml does not say" in missing["satisfaction"]


def test_the_groups_own_patients_are_looked_at(found: Results) -> None:
    assert found.episodes is not None
    assert found.episodes.is_judged.sum() == 34
    assert found.clinicians is not None
    assert [one.name for one in found.clinicians.results] == ["C0", "C1", "C2"]


def test_what_was_refused_is_a_gap_in_words(found: Results) -> None:
    assert found.subgroups is None
    assert found.equity is None
    assert any(gap.startswith("Subgroups: ") for gap in found.gaps)
    assert all(gap.endswith(".") and ".." not in gap for gap in found.gaps)


def test_the_letters_of_a_gap_stay_as_they_are(tmp_path: Path) -> None:
    declared = replace(DECLARED, progress=replace(PROGRESS, instrument="gad7"))
    found = gathered(tmp_path, declared)
    assert found.episodes is None
    (gap,) = [gap for gap in found.gaps if gap.startswith("Assessments:")]
    assert "GAD-7" in gap
    gaps: list[str] = []

    def refuse() -> None:
        raise Refusal("scores of the PHQ-9", "are missing", "no reason", "add the PHQ-9")

    assert results._try(gaps, refuse) is None
    assert gaps == ["Scores of the PHQ-9: are missing. Add the PHQ-9."]


def test_without_progress_nothing_is_said_about_patients(tmp_path: Path) -> None:
    found = gathered(tmp_path, replace(DECLARED, progress=None))
    assert found.episodes is None
    assert (found.clinicians, found.expectation, found.subgroups, found.equity) == (None,) * 4
    (gap,) = found.gaps
    assert gap == (
        "Progress: outcomes.toml names no questionnaire. Add [progress] to outcomes.toml."
    )


def test_without_records_everything_is_a_gap(tmp_path: Path) -> None:
    found = gathered(tmp_path, people=[])
    assert found.assessed == ()
    assert {one.measure for one in found.not_measured} == {"response", "kept", "satisfaction"}
    assert found.open_measures == ()
    assert found.episodes is None


def test_a_measure_that_counts_nobody_is_named_with_what_the_records_lack(tmp_path: Path) -> None:
    found = gathered(tmp_path, replace(DECLARED, years=(2019, 2020)))
    why = {one.measure: one.why for one in found.not_measured}["response"]
    assert why.startswith("no patient counts in any year")
    assert found.assessed == ()
    assert not any("denominator" in gap for gap in found.gaps)


def test_judging_targets_alone_says_the_same(tmp_path: Path, found: Results) -> None:
    with loaded(write(tmp_path, PEOPLE), REACHED) as records:
        assessed, missing = judge_targets(tmp_path, DECLARED, records, ASKED, lambda _: None)
    assert assessed == found.assessed
    assert missing == found.not_measured


def test_the_measure_that_prices_is_the_one_declared(tmp_path: Path) -> None:
    years = (2025, 2026)
    people = [
        patient(
            at,
            16,
            15 if at % 2 else 8,
            starts=date(2025 + at % 4 // 2, 1, 5),
            sex="male" if at % 2 else "female",
            clinician=f"C{at % 8 // 4}",
        )
        for at in range(120)
    ]
    declared = Declaration(REACHED, years, (RESPONSE,), PROGRESS, (), "response")
    found = gathered(tmp_path, declared, people)
    assert found.subgroups is not None
    assert found.subgroups.priced_by == "response"
    assert found.subgroups.adjuster is not None
    assert found.subgroups.adjuster.dollars < 0


def test_a_mean_is_measured_and_not_judged(tmp_path: Path) -> None:
    options = {"instrument": "phq9"}
    one = Measured("m", "sessions_to_reliable_improvement", options)
    found = gathered(tmp_path, replace(DECLARED, measured=(one,), progress=None))
    assert found.assessed == ()
    assert "m" in {one.measure for one in found.not_measured}
