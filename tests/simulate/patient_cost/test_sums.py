import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.simulate.draws.keyed import bernoulli_counts, lanes, presence_keys, year_keys
from fairterms.simulate.patient_cost import compiled_engine
from fairterms.simulate.patient_cost.law import LognormalCost
from fairterms.simulate.patient_cost.sums import Engine, PatientSums, sums
from fairterms.simulate.patient_cost.table import CELLS, CostTables, scale_steps, tables
from fairterms.units.refusal import Refusal
from tests.simulate.draws.plain import plain_lane, plain_substream

LAW = LognormalCost(no_cost=0.15, mean=1_800.0, spread=1.2)
STOP_LOSS = tables(LAW, scale_steps(0.95, 1.05, 0.05), 10_000.0, above=True)
NO_STOP_LOSS = tables(LAW, scale_steps(0.95, 1.05, 0.05), None)
KEYS = year_keys(3, "cost", 0, 600)
STEPS = np.arange(600) * 7 % 3

needs_numba = pytest.mark.skipif(
    not compiled_engine.is_installed(), reason="numba, of the extra fast, is not installed"
)
ENGINES = ["numpy", pytest.param("numba", marks=needs_numba)]


def same(one: PatientSums, other: PatientSums) -> bool:
    above = (one.above is None and other.above is None) or (
        one.above is not None
        and other.above is not None
        and one.above.tobytes() == other.above.tobytes()
    )
    return (
        above
        and one.paid.tobytes() == other.paid.tobytes()
        and one.present.tobytes() == other.present.tobytes()
    )


def plainly(
    chosen: CostTables, step: int, key: int, patients: int, limit: int
) -> tuple[int, int, int]:
    """One year, patient by patient, on whole numbers."""
    paid = above = present = 0
    for place in range(patients):
        if plain_lane(plain_substream(key, "present"), place) >= limit:
            continue
        present += 1
        cell = plain_lane(key, place)
        finer = plain_lane(plain_substream(key, "tail"), place) // 16
        amounts = []
        for column in (chosen.paid, chosen.above):
            if column is None:
                amounts.append(0)
            elif cell == CELLS - 1 and column.tail is not None:
                amounts.append(int(column.tail[step, finer]))
            else:
                amounts.append(int(column.cells[step, cell]))
        paid, above = paid + amounts[0], above + amounts[1]
    return paid, above, present


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("chosen", [STOP_LOSS, NO_STOP_LOSS])
def test_the_sums_are_those_of_adding_patient_by_patient(
    chosen: CostTables, engine: Engine
) -> None:
    many = year_keys(3, "cost", 0, 20_000)
    in_tail = (lanes(many, 40) == CELLS - 1).any(axis=1)
    keys = np.concatenate([many[in_tail][:3], KEYS[:3]])
    steps, patients = np.array([0, 1, 2, 2, 0, 1]), np.array([40, 41, 43, 0, 1, 10])
    present = np.array([1.0, 0.75, 0.9999, 1.0, 0.0, 0.5])
    found = sums(chosen, steps, keys, patients, present, engine=engine)
    limits = np.rint(present * 65_536).astype(int)
    expected = [
        plainly(chosen, *year)
        for year in zip(
            steps.tolist(), keys.tolist(), patients.tolist(), limits.tolist(), strict=True
        )
    ]
    above = np.zeros(6) if found.above is None else found.above
    assert [
        (int(a), int(b), int(c)) for a, b, c in zip(found.paid, above, found.present, strict=True)
    ] == expected


def test_the_cents_never_change() -> None:
    found = sums(STOP_LOSS, STEPS[:3], KEYS[:3], 3_000, 0.9, engine="numpy")
    assert found.above is not None
    golden = [found.paid.tolist(), found.above.tolist(), found.present.tolist()]
    assert golden == [
        [430085401, 484754068, 484479750],
        [17347757, 24216601, 26207141],
        [2679, 2731, 2702],
    ]


@needs_numba
@given(
    patients=st.lists(st.integers(0, 60), min_size=1, max_size=30),
    present=st.sampled_from([0.0, 0.3, 1 - 1e-9, 1.0]),
    chosen=st.sampled_from([STOP_LOSS, NO_STOP_LOSS]),
    threads=st.integers(1, 4),
)
@settings(max_examples=16, deadline=None)
def test_numba_gives_the_same_bytes(
    patients: list[int], present: float, chosen: CostTables, threads: int
) -> None:
    years = len(patients)
    asked = (chosen, STEPS[:years], KEYS[:years], np.array(patients), present)
    plain = sums(*asked, engine="numpy")
    assert same(plain, sums(*asked, engine="numba", threads=threads))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("threads", [1, 2, 3, 50])
@pytest.mark.parametrize("present", [1.0, 0.8])
def test_shards_and_threads_move_nothing(engine: Engine, threads: int, present: float) -> None:
    patients = 90 + np.arange(600) % 9
    whole = sums(STOP_LOSS, STEPS, KEYS, patients, present, engine="numpy")
    parts = [
        sums(
            STOP_LOSS,
            STEPS[first:last],
            year_keys(3, "cost", first, last),
            patients[first:last],
            present,
            engine=engine,
            threads=threads,
        )
        for first, last in [(0, 137), (137, 138), (138, 138), (138, 600)]
    ]
    together = PatientSums(
        np.concatenate([part.paid for part in parts]),
        np.concatenate([part.above for part in parts if part.above is not None]),
        np.concatenate([part.present for part in parts]),
    )
    assert same(whole, together)


def test_a_shard_that_begins_one_year_off_is_seen() -> None:
    # A planted fault.
    whole = sums(STOP_LOSS, STEPS, KEYS, 50, engine="numpy").paid
    off = sums(STOP_LOSS, STEPS[100:], year_keys(3, "cost", 101, 601), 50, engine="numpy").paid
    assert not (whole[100:] == off).any()


def test_a_year_reads_its_own_step() -> None:
    dear = sums(STOP_LOSS, np.full(600, 2), KEYS, 50, engine="numpy").paid
    cheap = sums(STOP_LOSS, np.full(600, 0), KEYS, 50, engine="numpy").paid
    mixed = sums(STOP_LOSS, np.where(STEPS == 2, 2, 0), KEYS, 50, engine="numpy").paid
    assert (cheap < dear).all()
    assert (mixed == np.where(STEPS == 2, dear, cheap)).all()


def test_a_dropped_stop_loss_is_seen() -> None:
    cut = sums(STOP_LOSS, STEPS, KEYS, 200, engine="numpy")
    whole = sums(NO_STOP_LOSS, STEPS, KEYS, 200, engine="numpy")
    assert cut.above is not None
    assert whole.above is None
    assert cut.paid.max() < 200 * 1_000_000
    # Rounded to the cent apart and together, patient by patient.
    assert np.abs(cut.paid + cut.above - whole.paid).max() <= 200
    assert (cut.above > 0).mean() > 0.8


def test_the_reference_year_has_the_reference_mean_and_spread() -> None:
    years = 4_000
    steps = STOP_LOSS.steps_of(np.ones(years))
    paid = sums(STOP_LOSS, steps, year_keys(11, "cost", 0, years), 3_000, engine="numpy").paid / 100
    assert abs(paid.mean() - 5_186_169) < 4 * 108_953 / np.sqrt(years)
    assert abs(paid.std() - 108_953) < 4 * 108_953 / np.sqrt(2 * years)


def test_without_a_stop_loss_mean_and_spread_are_the_laws() -> None:
    years, patients = 4_000, 1_000
    chosen = tables(LAW, 1.0, None)
    paid = sums(chosen, np.zeros(years, int), year_keys(5, "cost", 0, years), patients).paid / 100
    one = np.sqrt(1_800**2 / 0.85 * (1 + 1.2**2) - 1_800**2)
    assert abs(paid.mean() / patients - 1_800) < 4 * one / np.sqrt(patients * years)
    assert paid.std() == pytest.approx(one * np.sqrt(patients), rel=0.06)


def test_catastrophes_are_drawn_one_by_one_without_a_stop_loss() -> None:
    many = year_keys(5, "cost", 0, 4_000)
    keys = many[(lanes(many, 100) == CELLS - 1).any(axis=1)]
    chosen = tables(LAW, 1.0, None)
    without = CostTables(chosen.factors, None, type(chosen.paid)(chosen.paid.cells, None), None)
    steps = np.zeros(len(keys), dtype=np.int64)
    moved = (
        sums(chosen, steps, keys, 100, engine="numpy").paid
        - sums(without, steps, keys, 100, engine="numpy").paid
    )
    assert len(keys) > 3
    assert (moved != 0).all()
    assert len(np.unique(moved)) == len(moved)


@given(lower=st.floats(0, 1), higher=st.floats(0, 1))
@settings(max_examples=20, deadline=None)
def test_a_higher_chance_adds_patients_and_loses_none(lower: float, higher: float) -> None:
    lower, higher = sorted((lower, higher))
    one = sums(STOP_LOSS, STEPS[:50], KEYS[:50], 30, lower, engine="numpy")
    two = sums(STOP_LOSS, STEPS[:50], KEYS[:50], 30, higher, engine="numpy")
    assert (one.paid <= two.paid).all()
    assert (one.present <= two.present).all()


def test_who_is_present_can_be_counted_apart() -> None:
    patients = np.full(600, 77)
    found = sums(STOP_LOSS, STEPS, KEYS, patients, 0.4, engine="numpy").present
    assert (found == bernoulli_counts(presence_keys(KEYS), patients, 0.4)).all()
    assert found.mean() == pytest.approx(0.4 * 77, rel=0.02)


def test_a_longer_roster_only_adds() -> None:
    short = sums(STOP_LOSS, STEPS, KEYS, 41, 0.7, engine="numpy")
    long = sums(STOP_LOSS, STEPS, KEYS, 42, 0.7, engine="numpy")
    assert (short.paid <= long.paid).all()
    assert set((long.present - short.present).tolist()) == {0, 1}


@pytest.mark.parametrize("engine", ENGINES)
def test_no_patients_and_no_years_cost_nothing(engine: Engine) -> None:
    assert sums(STOP_LOSS, STEPS[:2], KEYS[:2], 0, engine=engine).paid.tolist() == [0, 0]
    assert sums(STOP_LOSS, STEPS[:0], KEYS[:0], 9, engine=engine).paid.tolist() == []


def test_the_fastest_engine_there_is_is_taken() -> None:
    chosen = sums(STOP_LOSS, STEPS, KEYS, 20)
    assert same(chosen, sums(STOP_LOSS, STEPS, KEYS, 20, engine="numpy"))


def test_numba_asked_for_and_not_there_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled_engine, "is_installed", lambda: False)
    assert sums(STOP_LOSS, STEPS[:2], KEYS[:2], 3).present.tolist() == [3, 3]
    with pytest.raises(Refusal) as refusal:
        sums(STOP_LOSS, STEPS[:2], KEYS[:2], 3, engine="numba")
    assert str(refusal.value) == (
        "the engine numba: is not installed\n"
        "      why: it is an extra that not everybody needs\n"
        "      fix: install fairterms[fast], or leave the engine out: the figures are the same"
    )


@pytest.mark.parametrize(
    ("steps", "patients", "present", "threads", "why"),
    [
        ([3], 5, 1.0, 1, "has a table"),
        ([-1], 5, 1.0, 1, "has a table"),
        ([0, 0], 5, 1.0, 1, "a step and a key"),
        ([0], -1, 1.0, 1, "0 patients or more"),
        ([0], 5, 1.1, 1, "between 0 and 1"),
        ([0], 5, 1.0, 0, "add up"),
    ],
)
def test_questions_that_make_no_sense_are_our_mistakes(
    steps: list[int], patients: int, present: float, threads: int, why: str
) -> None:
    with pytest.raises(AssertionError, match=why):
        sums(STOP_LOSS, np.array(steps), KEYS[:1], patients, present, threads=threads)


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
def test_a_hundred_thousand_reference_years_meet_the_truth(engine: Engine) -> None:
    years = 100_000
    chosen = tables(LAW, 1.0, 10_000.0)
    keys = year_keys(7, "cost", 0, years)
    paid = sums(chosen, np.zeros(years, int), keys, 3_000, engine=engine).paid / 100
    assert abs(paid.mean() - 5_186_169.26) < 4 * 108_953 / np.sqrt(years)
    assert abs(paid.std() - 108_953) < 4 * 108_953 / np.sqrt(2 * years)
