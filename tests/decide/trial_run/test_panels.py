"""Years are drawn with the same bytes, remembered or not, at once or in parts."""

import pytest

from fairterms.decide.trial_run import panels
from fairterms.decide.trial_run.laws import plan_of
from fairterms.decide.trial_run.panels import Panels
from fairterms.simulate.forecast.panel import fingerprint, simulate
from tests.decide.trial_run.made_up import paid_on_cost


def test_years_have_the_bytes_of_the_report_however_they_are_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plan = plan_of(paid_on_cost(), 128)
    whole, kept = fingerprint(simulate(plan)), Panels()
    assert [fingerprint(kept.years(plan)) for _ in range(2)] == [whole, whole]
    monkeypatch.setattr(panels, "FEW", 64)
    monkeypatch.setattr(panels, "SHARD", 96)
    said: list[str] = []
    assert fingerprint(Panels().years(plan, said.append)) == whole
    assert said == ["Simulating years 1 to 96 of 128", "Simulating years 97 to 128 of 128"]


def test_what_is_told_may_end_the_work() -> None:
    def cancel(_: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Panels().years(plan_of(paid_on_cost(), 64), cancel)


def test_no_more_is_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(panels, "KEPT_LISTS", 1)
    kept = Panels()
    for number in (64, 96, 128, 160):
        kept.years(plan_of(paid_on_cost(), number))
    assert len(kept.chance.lists) <= 2
