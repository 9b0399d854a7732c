"""The page Practise the talks: played by forms alone, taken back, taken away."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from fairterms.correspondence import reader
from fairterms.negotiate.practice import answers
from fairterms.negotiate.practice.talk import Choice
from fairterms_web.rooms.entered import Entered
from tests.negotiate.practice.played import GOOD, HARMFUL, MAIN, SCRIPT, WEAK, reply_of, talked
from tests.web.cast import Cast

MostQueries = Callable[[int], AbstractContextManager[object]]


@pytest.fixture
def by(cast: Cast) -> Entered:
    """The group's room."""
    return cast.entered("owner", "group")


@pytest.fixture
def client(cast: Cast) -> Client:
    """The browser of its owner."""
    return cast.client("owner")


@pytest.fixture(autouse=True)
def without_the_sample(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """The contract of the sample takes seconds to read; only slow tests look at it."""
    if request.node.get_closest_marker("slow") is None:
        monkeypatch.setenv("FAIRTERMS_EXAMPLES", "/nowhere")


def url(by: Entered, name: str = "page", *more: str) -> str:
    """An address of the room."""
    return reverse(f"practice:{name}", args=[by.room.id, *more])


def page(client: Client, by: Entered) -> str:
    """What the page says."""
    answered = client.get(url(by))
    assert answered.status_code == 200
    return answered.content.decode()


def sent(client: Client, by: Entered, round_id: str, reply: str, **more: str) -> tuple[int, str]:
    """The status and the page that answer a reply."""
    told = {"round": round_id, "reply": reply, "tactic": "", "own": "", **more}
    answered = client.post(url(by), told)
    return answered.status_code, answered.content.decode()


def played_to_the_end(client: Client, by: Entered, closing: str = "sign_in_writing") -> None:
    """Answer every round well."""
    for name in MAIN[:-1]:
        found = SCRIPT.by_id[name]
        assert sent(client, by, name, reply_of(name, GOOD), tactic=found.tactic)[0] == 302
    assert sent(client, by, "closing", closing)[0] == 302


def test_the_first_page_says_what_it_is_and_offers_the_first_round(
    client: Client, by: Entered
) -> None:
    told = page(client, by)
    assert "Nothing here is sent to anyone." in told
    assert "Only you see this practice." in told
    assert "Round 1: Who may check the plan&#x27;s sums" in told
    assert "at most $127,150 a year" in told
    tree = html.fromstring(told)
    assert len(tree.findall(".//input[@type='radio'][@name='reply']")) == 3
    assert len(tree.findall(".//select[@name='tactic']/option")) == 8
    assert "Choose a reply, and it stands here." in told
    assert "Begin again" not in told


def test_an_answer_leads_on_and_is_shown_with_what_became_of_it(
    client: Client, by: Entered
) -> None:
    own = "<b>Please</b> send one year."
    told = {"round": "final_figures", "reply": "see_first", "tactic": "", "own": own}
    answered = client.post(url(by), told)
    assert answered["Location"] == f"{url(by)}#table"
    shown = page(client, by)
    assert "Round 2: How the measures are counted" in shown
    assert "You get a sample year by September 29." in shown
    assert "<strong>agreed</strong>" in shown
    assert "&lt;b&gt;Please&lt;/b&gt; send one year." in shown
    assert "<b>Please</b>" not in shown


def test_a_form_without_a_reply_keeps_what_was_typed(client: Client, by: Entered) -> None:
    status, told = sent(client, by, "final_figures", "", own="Half a thought", tactic="ratcheting")
    assert status == 422
    assert "Half a thought" in told
    assert "This field is required." in told
    tree = html.fromstring(told)
    assert tree.xpath("//option[@selected]/@value") == ["ratcheting"]
    assert "Round 1:" in told


@pytest.mark.parametrize(
    "wrong", [{"reply": "nothing"}, {"tactic": "trickery"}, {"own": "x" * 601}], ids=str
)
def test_what_no_form_offers_is_not_taken(
    client: Client, by: Entered, wrong: dict[str, str]
) -> None:
    told = {"round": "final_figures", "reply": "see_first", "tactic": "", "own": "", **wrong}
    assert client.post(url(by), told).status_code == 422
    assert "Round 1:" in page(client, by)


def test_an_answer_from_an_old_window_changes_nothing(client: Client, by: Entered) -> None:
    sent(client, by, "final_figures", "see_first")
    assert sent(client, by, "final_figures", "trust")[0] == 302
    told = page(client, by)
    assert "The talks have gone on meanwhile." in told
    assert "Round 2:" in told
    assert "given away" not in told


def test_the_last_answer_is_taken_back(client: Client, by: Entered) -> None:
    sent(client, by, "final_figures", "trust")
    assert "given away" in page(client, by)
    assert client.post(url(by, "back"))["Location"] == f"{url(by)}#table"
    told = page(client, by)
    assert "Taken back." in told
    assert "Round 1:" in told
    client.post(url(by, "back"))
    assert "Nothing was answered yet." in page(client, by)


def test_a_button_of_an_old_window_takes_no_other_answer_back(client: Client, by: Entered) -> None:
    sent(client, by, "final_figures", "see_first")
    sent(client, by, "benchmarks", "clearer")
    field = f'//form[@action="{url(by, "back")}"]/input[@name="round"]'
    shown = str(html.fromstring(page(client, by)).xpath(f"string({field}/@value)"))
    for _ in range(2):
        client.post(url(by, "back"), {"round": shown})
    told = page(client, by)
    assert "The talks are elsewhere by now." in told
    assert "Round 2:" in told


def test_it_begins_again(client: Client, by: Entered) -> None:
    sent(client, by, "final_figures", "trust")
    sent(client, by, "benchmarks", "clearer")
    client.post(url(by, "again"))
    assert "Round 1:" in page(client, by)


def test_played_to_the_end_every_answer_is_explained(
    client: Client, by: Entered, django_assert_max_num_queries: MostQueries
) -> None:
    played_to_the_end(client, by)
    with django_assert_max_num_queries(15):
        told = page(client, by)
    assert "The talks are over" in told
    assert "The talks ended with a signature. A sound end." in told
    assert told.count("Read again:") == len(MAIN)
    assert told.count("You saw it: ") == 7
    assert "$143,207" in told
    assert 'name="reply"' not in told
    after = client.post(url(by), {"round": "closing", "reply": "defer"})
    assert after.status_code == 302


@pytest.mark.slow
def test_a_weaker_answer_is_shown_with_a_stronger_one(client: Client, by: Entered) -> None:
    talk = talked(GOOD, closing="walk_away", limit=WEAK, portal=HARMFUL, portal_again=WEAK)
    for one in talk.turns:
        sent(client, by, one.round.id, one.reply.id)
    told = page(client, by)
    assert told.count("A stronger reply: ") == 3
    assert "The talks ended without a contract." in told


def test_the_log_is_taken_away_as_a_log_that_is_read(client: Client, by: Entered) -> None:
    sent(client, by, "final_figures", "see_first", own="Ours.", tactic="withheld_information")
    answered = client.get(url(by, "take", "log"))
    assert 'filename="practice-log.toml"' in answered["Content-Disposition"]
    log = reader.read_text(answered.content.decode())
    assert log.problems == ()
    assert [one.words for one in log.entries][1] == "Ours."


def test_the_answers_are_taken_away_to_be_played_again(client: Client, by: Entered) -> None:
    sent(client, by, "final_figures", "see_first", own="Ours.")
    content = client.get(url(by, "take", "answers")).content.decode()
    assert content == answers.write([Choice("final_figures", "see_first", own="Ours.")])


def test_there_is_nothing_else_to_take(client: Client, by: Entered) -> None:
    assert client.get(url(by, "take", "debrief")).status_code == 404
    assert client.get(url(by, "take", "other")).status_code == 404


def test_another_member_sees_their_own_practice(client: Client, by: Entered, cast: Cast) -> None:
    sent(client, by, "final_figures", "see_first", own="Ours alone.")
    other = cast.client("teammate")
    assert "Ours alone." not in other.get(url(by)).content.decode()
    assert "Ours alone." not in other.get(url(by, "take", "log")).content.decode()


@pytest.mark.slow
def test_with_the_sample_the_scorecards_are_shown_and_the_debrief_taken(
    client: Client, by: Entered, django_assert_max_num_queries: MostQueries
) -> None:
    played_to_the_end(client, by)
    with django_assert_max_num_queries(15):
        told = page(client, by)
    assert "Signs of the seven tactics" in told
    assert "Of 20 questions: " in told
    whole = client.get(url(by, "scorecards")).content.decode()
    assert "Twenty good-faith questions" in whole
    assert "Six elements" in whole
    debrief = client.get(url(by, "take", "debrief"))
    assert debrief.content.startswith(b"%PDF")


def test_without_the_sample_the_scorecards_say_so(client: Client, by: Entered) -> None:
    told = client.get(url(by, "scorecards")).content.decode()
    assert "The sample deal is not at hand" in told


def test_who_only_reads_sees_the_first_round_and_how_to_play(by: Entered, cast: Cast) -> None:
    viewer = cast.client("viewer")
    told = page(viewer, by)
    assert "Round 1:" in told
    assert "a role that may write remarks" in told
    assert 'name="reply"' not in told
    assert sent(viewer, by, "final_figures", "trust")[0] == 403
