"""Every recorded law is sound, and every check has something to compare with."""

from datetime import date

import pytest

from fairterms.contract.header_reader import LINES_OF_BUSINESS
from fairterms.reference import law
from fairterms.reference.law import LINES, TOPICS, Law, Setting, for_topics, laws_of
from fairterms.reference.law_topics import ALL_LINES
from fairterms.reference.states import FEDERAL
from fairterms.review.reading import CHECKS
from fairterms.units.finding import Authority, Checked

PLACES = (*law.recorded_states(), FEDERAL)
LAWS = [one for place in PLACES for one in laws_of(place)]
IDS = [one.id for one in LAWS]
YEAR = (date(2027, 1, 1), date(2027, 12, 31))


def test_the_lines_of_business_are_those_that_terms_may_name() -> None:
    assert {*LINES, ALL_LINES} == set(LINES_OF_BUSINESS)


def test_every_file_is_of_a_state_or_federal() -> None:
    files = {path.stem.upper() for path in law.FOLDER.iterdir()}
    assert files == set(PLACES)
    assert len(PLACES) >= 20


@pytest.mark.parametrize("one", LAWS, ids=IDS)
def test_a_law_has_its_place_dates_scope_and_last_check(one: Law) -> None:
    source = one.source()
    assert all((source.title, source.locator, source.jurisdiction, source.says, source.scope))
    assert "last checked: " in source.known_through
    assert one.dates in source.known_through
    assert source.scope.endswith("counsel must confirm")
    assert "violat" not in source.says + source.scope


@pytest.mark.parametrize("one", LAWS, ids=IDS)
def test_what_was_read_has_an_address_and_what_was_not_says_so(one: Law) -> None:
    if one.checked is Checked.READ and one.last_checked > "2026-11":
        assert one.url.startswith("http"), "where was it read?"
    if one.checked is not Checked.READ:
        assert "confirm before use" in one.source().known_through


def test_ids_are_used_once_in_all_files() -> None:
    assert len(set(IDS)) == len(IDS)


def test_every_topic_has_at_least_one_law() -> None:
    spoken_of = {topic for one in LAWS for topic in one.topics}
    assert set(TOPICS) - spoken_of == set()


@pytest.mark.parametrize("name", CHECKS)
def test_the_topics_of_a_check_are_known(name: str) -> None:
    assert set(CHECKS[name].laws) <= TOPICS.keys()


@pytest.mark.parametrize("line", [*LINES, ALL_LINES, ""])
@pytest.mark.parametrize("state", ["", "OR", "CO", "TN", "MA", "NY"])
def test_every_check_has_something_to_compare_with(state: str, line: str) -> None:
    setting = Setting(state, line, *YEAR)
    empty = [
        check.id
        for check in CHECKS.values()
        if not (check.sources or for_topics(check.laws, setting))
    ]
    assert empty == []


def test_the_sources_of_a_check_are_guidance_and_good_practice() -> None:
    for check in CHECKS.values():
        assert all(source.status is not Authority.LAW for source in check.sources), check.id


@pytest.mark.parametrize(
    ("year", "target"), [(2021, "3.4 %"), (2025, "3.4 %"), (2026, "3.75 %"), (2030, "3.75 %")]
)
def test_oregons_target_is_that_of_the_year(year: int, target: str) -> None:
    setting = Setting("OR", "commercial", date(year, 1, 1), date(year, 12, 31))
    found = [
        one.figures["target"]
        for one in law.register(setting)
        if "cost-growth" in one.topics and one.figures
    ]
    assert found == [target]


def test_oregons_goal_for_value_based_payment_names_its_lan_category() -> None:
    def goals(line: str) -> dict[str, str]:
        return {
            one.figures["lan_category"]: one.figures["goal"]
            for one in law.register(Setting("OR", line, *YEAR))
            if "value-payment" in one.topics and one.figures
        }

    assert goals("commercial") == {"3A or higher": "70 % of payments"}
    assert goals("medicaid") == {
        "3A or higher": "70 % of payments",
        "2C or higher": "70 % of payments",
    }


def test_the_federal_register_names_what_a_deal_may_touch() -> None:
    spoken_of = {topic for one in laws_of(FEDERAL) for topic in one.topics}
    wanted = {
        "kickback",
        "self-referral",
        "false-claims",
        "civil-monetary-penalties",
        "best-price",
        "medicare-rules",
        "medicaid-rules",
        "telehealth-parity",
        "licensing",
        "patient-privacy",
        "parity",
        "retaliation",
    }
    assert wanted <= spoken_of


def test_a_rule_of_one_programme_is_not_shown_to_another() -> None:
    medicare = for_topics(["stop-loss"], Setting("TN", "medicare advantage", *YEAR))
    commercial = for_topics(["stop-loss"], Setting("TN", "commercial", *YEAR))
    assert "US" in {source.jurisdiction for source in medicare}
    assert "US" not in {source.jurisdiction for source in commercial}
    assert commercial, "another state's rule stands in as an example"
