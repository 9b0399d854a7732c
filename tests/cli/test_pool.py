"""`pool` makes one's own summary, and pools those of several groups."""

from pathlib import Path

import pytest

from fairterms.negotiate.pooling.summary import as_text
from fairterms.negotiate.pooling.summary_reader import read
from fairterms.publish import html, pdf
from tests.cli.conftest import Run
from tests.negotiate.pooling.made_up import count, summary


@pytest.fixture
def groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    monkeypatch.setattr(html, "render", lambda page: page.title)
    monkeypatch.setattr(pdf, "render", lambda _page: b"")
    monkeypatch.chdir(tmp_path)
    paths = []
    for at, counts in enumerate(((140, 320), (90, 210), (160, 400))):
        few = count(13, 30 + at, "access")
        path = tmp_path / f"group-{at}.toml"
        path.write_text(as_text(summary(f"group {at}", count(*counts), few)), encoding="utf-8")
        paths.append(path)
    return paths


def test_three_summaries_become_a_page_and_reasons_for_the_one_who_pools(
    fairterms: Run, groups: list[Path], tmp_path: Path
) -> None:
    ran = fairterms("pool", *groups)
    assert (ran.code, ran.err) == (0, "")
    assert "response: 41.9 % (38.8 to 45.1), 390 of 930 patients of 3 groups" in ran.out
    own = ran.out.partition("For you who pool, and for nobody else:")[2]
    assert "values possible for any count of another." in own
    assert "Not shown: access: so few people are in it" in own
    assert "antitrust law" in own
    for suffix in ("html", "pdf"):
        assert (tmp_path / "reports" / "pool" / f"pool.{suffix}").is_file()


def test_two_groups_are_refused_and_nothing_is_written(fairterms: Run, groups: list[Path]) -> None:
    for few in (groups[:2], []):
        ran = fairterms("pool", *few)
        assert ran.code == 1
        assert "at least 3 groups" in ran.err
    assert not Path("reports").exists()


def test_one_bad_summary_stops_the_pool_and_every_problem_is_told(
    fairterms: Run, groups: list[Path]
) -> None:
    for path, was, then in (
        (groups[0], '"140 patients"', '"150 patients"'),
        (groups[1], "[group]", "# our fee is higher\n[group]"),
    ):
        path.write_text(path.read_text(encoding="utf-8").replace(was, then), encoding="utf-8")
    ran = fairterms("pool", *groups)
    assert ran.code == 1
    assert "changed-after-commitment" in ran.err
    assert "price-in-a-pool" in ran.err
    assert not ran.out


def test_a_deal_without_counts_is_taught_how_to_write_them_and_the_example_works(
    fairterms: Run, tmp_path: Path
) -> None:
    ran = fairterms("pool", "--share", tmp_path)
    assert ran.code == 0
    shown = ran.out[ran.out.index("  [group]") : ran.out.index("Then run")]
    (tmp_path / "pool.toml").write_text(shown, encoding="utf-8")
    ran = fairterms("pool", "--share", tmp_path, "--out", tmp_path / "out")
    assert (ran.code, ran.err) == (0, "")
    found, problems = read(tmp_path / "out" / "summary.pool.toml", is_sealed=True)
    assert problems == ()
    assert found is not None
    assert found.label == "north"
    assert f"  {found.commitment}" in ran.out.splitlines()
    assert "nobody else" in ran.out


def test_prices_in_ones_own_counts_are_refused(fairterms: Run, tmp_path: Path) -> None:
    (tmp_path / "pool.toml").write_text('fee = "$120.00"\n', encoding="utf-8")
    ran = fairterms("pool", "--share", tmp_path, "--out", tmp_path / "out")
    assert ran.code == 1
    assert "price-in-a-pool" in ran.err
    assert not (tmp_path / "out").exists()
