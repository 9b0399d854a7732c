"""The page shows what all reach together, with cautions, and nothing of one group."""

from fairterms.negotiate.pooling.page import pool_report
from fairterms.negotiate.pooling.pool import pool
from fairterms.publish import html
from fairterms.publish.blocks import Bullets, Callout, Prose
from fairterms.publish.inline import plain
from fairterms.publish.number_blocks import Table
from tests.negotiate.pooling.made_up import count, summary, three

COUNTS = ((1421, 3207), (931, 2109), (1613, 4001))
POOLED = pool(three(*COUNTS))


def test_rates_stand_with_people_groups_and_interval() -> None:
    (table,) = (one for one in pool_report(POOLED, "2026-11-22").blocks if isinstance(one, Table))
    assert table.rows[0].cells[2:] == (
        "3",
        "3,965",
        "9,317",
        "42.6 %",
        "41.6 to 43.6 %",
    )


def test_no_count_of_one_group_and_no_reason_stands_on_the_page() -> None:
    odd = [summary("d", count(1501, 1502), months=7), *three(*COUNTS[:2])]
    pooled = pool(odd)
    page = html.render(pool_report(pooled, "2026-11-22"))
    assert "Not shown: response, member months." in page
    for withheld in pooled.withheld:
        assert withheld.why not in page
    page += html.render(pool_report(POOLED, "2026-11-22"))
    for reached, people in COUNTS:
        for number in (reached, people, people - reached):
            assert f"{number:,}" not in page
            assert str(number) not in page.replace(POOLED.commitments[0], "")


def test_antitrust_and_what_the_pool_cannot_do_are_said() -> None:
    blocks = pool_report(POOLED, "2026-11-22").blocks
    box = blocks[0]
    assert isinstance(box, Callout)
    assert isinstance(box.blocks[0], Prose)
    assert "antitrust law" in plain(box.blocks[0].words)
    told = " ".join(plain(item) for one in blocks if isinstance(one, Bullets) for item in one.items)
    assert "they would know the third" in told
    assert "Pool once for a period" in told


def test_each_group_finds_its_commitment() -> None:
    page = html.render(pool_report(POOLED, "2026-11-22"))
    for commitment in POOLED.commitments:
        assert commitment in page
