"""An audit from the motion to the follow-up: the two parties, an auditor, a committee that ties."""

import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pytest

from tests.browser.chromium import MISSING, PROGRAM
from tests.web.journeys.audit_cast import NAMES, Wings, behind
from tests.web.journeys.furnished import sees
from tests.web.journeys.hands import PRESSED, Mouse
from tests.web.journeys.pages import faults
from tests.web.journeys.tab import Tab, opened
from tests.web.journeys.test_after_signing import writes_a_day
from tests.web.journeys.workspace import ROOT, served

pytestmark = [pytest.mark.slow, pytest.mark.skipif(PROGRAM is None, reason=MISSING)]

JUNIPER: Final = ROOT / "examples" / "juniper"
WANTED: Final = ("deal.toml", "terms.toml", "risks.toml", "contract", "lists", "statements")
"""What of the sample the deal begins with."""
MEMBERS: Final = {f"{seat}@example.org": name for seat, name in NAMES.items()}
IN_THE_BROWSER: Final = ("fee_1", "plan_1", "chair")
_HERE: Final = "location.pathname"


class People:
    """One tab in which people take turns, each with what their browser keeps."""

    def __init__(self, tab: Tab, origin: str) -> None:
        self.tab, self.origin = tab, origin
        self._kept: dict[str, object] = {}
        self._now = ""

    def comes_in(self, name: str, link: str) -> None:
        """Come in by a link that works once."""
        self._leaves()
        self.tab.go(self.origin + link)
        self._now = name

    def takes_over(self, name: str, to: str) -> None:
        """Go on as somebody who came in before, at an address."""
        self._leaves()
        self.tab.say("Network.setCookies", cookies=self._kept[name])
        self._now = name
        self.tab.go(self.origin + to)

    def _leaves(self) -> None:
        if self._now:
            found = self.tab.say("Network.getCookies", urls=[self.origin])["cookies"]
            self._kept[self._now] = found
        self.tab.say("Network.clearBrowserCookies")


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    """What the group brings of the sample, as a ZIP."""
    to = tmp_path / "juniper.zip"
    with zipfile.ZipFile(to, "w") as archive:
        for path in sorted(JUNIPER.rglob("*")):
            inside = path.relative_to(JUNIPER)
            if path.is_file() and inside.parts[0] in WANTED:
                archive.write(path, inside.as_posix())
    return to


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """The programme of the sample and what its levels mean, resting on the committee's decision."""
    text = (JUNIPER / "audit.toml").read_text(encoding="utf-8").partition("[[engagement]]")[0]
    assert text.count("audit_2028_1") == 1
    to = tmp_path / "audit.zip"
    with zipfile.ZipFile(to, "w") as archive:
        archive.writestr("audit.toml", text.replace("audit_2028_1", "committee_1"))
    return to


@pytest.fixture
def counts(tmp_path: Path) -> Path:
    """A table of counts; four people of one clinic are few, and margins would give them away."""
    to = tmp_path / "counts.csv"
    to.write_text("clinic,sex,people\nElm,women,4\nElm,men,30\nOak,women,60\nOak,men,90\n")
    return to


@pytest.fixture
def people(tmp_path: Path) -> Iterator[tuple[People, Wings]]:
    """Somebody in a workspace without any deal, and the process for those who are not seen."""
    home = tmp_path / "home"
    with served(home, "--no-example") as address, behind(home) as wings, opened() as tab:
        tab.keep_downloads(tmp_path)
        parts = urlsplit(address)
        found = People(tab, f"{parts.scheme}://{parts.netloc}")
        found.comes_in("owner", parts.path)
        yield found, wings


def test_an_audit_is_voted_done_answered_and_followed_up(
    people: tuple[People, Wings], packed: Path, begun: Path, counts: Path
) -> None:
    who, wings = people
    hand = Mouse(who.tab)
    brings_the_deal(hand, packed)
    rooms = opens_the_rooms(who, hand)
    sits_the_committee(who, hand, wings, rooms)
    votes_and_ties(who, hand, wings, rooms)
    more_come(who, wings, rooms)
    begins_the_work(who, hand, rooms, begun)
    release = asks_for_evidence(who, hand, rooms)
    gives_it(who, hand, rooms, release, counts)
    reads_it(who, hand, rooms, release)
    finds_something(who, hand, rooms)
    answers_and_is_followed_up(who, hand, rooms)
    finds_every_door_shut(who, rooms, release)
    assert who.tab.refused() == []


def brings_the_deal(hand: Mouse, packed: Path) -> None:
    tab = hand.tab
    sends(hand, "Begin with your own contract", words="A new deal")
    hand.write("What the deal is called", "Juniper 2027")
    hand.write("Your group", "Juniper Group")
    hand.write("The health plan", "Summit Plan")
    sends(hand, "Open the deal", words="No files yet")
    hand.press("A deal folder", "input[type=file]")
    tab.expect_files(packed)
    sends(hand, "Import", words="files were new or changed.")


def opens_the_rooms(who: People, hand: Mouse) -> dict[str, str]:
    """Open the other rooms, let the plan's lead and the auditor in; return each room's address."""
    tab = who.tab
    own = str(tab.ask(_HERE))
    joint = rooms_of(tab)["Joint room"]
    links = {}
    for room, button, role in (
        ("plan", "Open the plan’s room and invite its lead", "Plan lead"),
        ("auditor", "Open the auditor’s room", "Auditor"),
    ):
        tab.go(who.origin + joint + "rooms/")
        sends(hand, button, words="Invite somebody into")
        hand.write("E-mail address", f"{room}@example.org")
        hand.press(role, "input[type=radio]")
        hand.write("What for", "The audit of 2027.")
        sends(hand, "Invite", words="The invitation is ready")
        links[room] = urlsplit(str(tab.ask("document.getElementById('link').value"))).path
    found = {"group": own, "joint": joint}
    for name, link in links.items():
        who.comes_in(name, link)
        sends(hand, "Make an account", words="Password")
        for field in ("Email.*|E-mail.*", "Password:?", "Password .again.:?"):
            typed = f"{name}@example.org" if "mail" in field else "a lantern on the quay"
            hand.write(field, typed)
        sends(hand, "Sign [Uu]p.*|Make .*", words="You are invited into: ")
        sends(hand, "Accept and enter", words="Files of this deal")
        found[name] = str(tab.ask(_HERE))
    return found


def rooms_of(tab: Tab) -> dict[str, str]:
    """Give the address of each room of whoever is in, by its title; the tab goes home for it."""
    tab.go(f"{tab.ask('location.origin')}/")
    found = tab.list_of(
        "[...document.querySelectorAll('.card')].map(one => [one.querySelector('h2').innerText, "
        "one.querySelector('p').innerText, one.querySelector('a').href])"
    )
    cards = [one for one in found if isinstance(one, list)]
    return {str(title): urlsplit(str(to)).path for _, title, to in cards}


def sits_the_committee(who: People, hand: Mouse, wings: Wings, rooms: dict[str, str]) -> None:
    """Take a charter and write down who sits: three by hand, the others beside the browser."""
    tab, room = who.tab, rooms["auditor"]
    links = wings.ask("let_in", rooms=[room.split("/")[2]], role="committee-member", people=MEMBERS)
    who.takes_over("auditor", room + "committee/")
    sees(tab, "There is no charter yet")
    is_for_everybody(tab)
    sends(hand, "Take the charter of the sample", words="Nothing in it is left open.")
    for seat in IN_THE_BROWSER:
        hand.press("Write down who holds a seat")
        chooses(tab, "seat_seat", seat)
        chooses(tab, "seat_holder", NAMES[seat])
        hand.write("Who appointed them", "the members")
        writes_a_day(hand, "Appointed on", "01192027", "2027-01-19")
        sends(hand, "Write it down", words="Written down. All members see it.")
        sees(tab, NAMES[seat])
    others = {one: f"{one}@example.org" for one in NAMES if one not in IN_THE_BROWSER}
    wings.ask("seat", room=room.split("/")[2], secretary="auditor@example.org", seats=others)
    for seat in IN_THE_BROWSER:
        who.comes_in(seat, f"/enter/{links[f'{seat}@example.org']}/")


def chooses(tab: Tab, field: str, wanted: str) -> None:
    """Choose in a list, by its value or by what it shows."""
    tab.ask(f"""(list => {{
      list.value = [...list.options].find(one =>
        [one.value, one.text].includes({json.dumps(wanted)})).value;
      list.dispatchEvent(new Event('change', {{bubbles: true}}));
    }})(document.getElementById({json.dumps(field)}))""")


def votes_and_ties(who: People, hand: Mouse, wings: Wings, rooms: dict[str, str]) -> None:
    """Announce a motion, vote four to four, and let the chair decide."""
    tab, room = who.tab, rooms["auditor"]
    who.takes_over("auditor", room + "committee/")
    hand.press("Announce a motion")
    is_for_everybody(tab)
    hand.write("Motion", "Open the audit of the settlement")
    hand.press("Opening an audit", "input[type=radio]")
    hand.write("Text of the motion", "Compute the settlement of 2027 again, from its figures.")
    writes_a_day(hand, "Notice was given on", "04012027", "2027-04-01")
    writes_a_day(hand, "The vote is held on", "04192027", "2027-04-19")
    sends(hand, "Announce it", words="The motion is announced.")
    sends(hand, "Open the vote", words="The vote is open.")
    motion = str(tab.ask(_HERE))
    for seat, answer in (("fee_1", "Yes"), ("plan_1", "No")):
        who.takes_over(seat, motion)
        hand.press(answer, "input[type=radio]")
        hand.write(r"Your reasons \(optional\)", f"The reasons of {seat}.")
        sends(hand, "Cast my vote", words="Your vote is cast.")
        sees(tab, f"Your vote is cast: {answer.lower()}")
    is_for_everybody(tab)
    others = [one for one in NAMES if one not in (*IN_THE_BROWSER, "deputy")]
    cast = {f"{one}@example.org": "no" if "plan" in one else "yes" for one in others}
    cast |= {"alternative_1@example.org": "no", "alternative_2@example.org": "no"}
    told = {"room": room.split("/")[2], "motion": motion.split("/")[-2]}
    wings.ask("vote", **told, cast=cast)
    who.takes_over("auditor", motion)
    sees(tab, "8 of 8 seats have voted.")
    assert "The reasons of" not in tab.text()
    sends(hand, "Close the vote and count", words="The seats tie. The chair is asked now")
    is_for_everybody(tab)
    who.takes_over("chair", motion)
    sees(tab, "The seats tie, and you are asked")
    hand.press("Yes", "input[type=radio]")
    hand.write(r"Your reasons \(optional\)", "Nobody has looked yet.")
    sends(hand, "Cast my vote", words="Your vote is cast: yes")
    who.takes_over("auditor", motion)
    sends(
        hand, "Close the motion", words="Tied. The chair voted yes, with written reasons. Carried."
    )
    sees(tab, "committee_1")
    is_for_everybody(tab)
    who.takes_over("plan", motion)
    assert status(tab) == 404


def more_come(who: People, wings: Wings, rooms: dict[str, str]) -> None:
    """Let a second auditor and a second person of the group in."""
    ids = {name: to.split("/")[2] for name, to in rooms.items()}
    for name, role, where in (
        ("second", "auditor", ("auditor", "joint")),
        ("teammate", "contracting-lead", ("group", "joint")),
    ):
        guest = {f"{name}@example.org": f"{name.capitalize()} Example"}
        told = {"rooms": [ids[one] for one in where], "role": role, "people": guest}
        link = wings.ask("let_in", **told)[f"{name}@example.org"]
        who.comes_in(name, f"/enter/{link}/")


def begins_the_work(who: People, hand: Mouse, rooms: dict[str, str], begun: Path) -> None:
    """Bring the programme; write down the work, one's independence and a procedure."""
    tab, room = who.tab, rooms["auditor"]
    who.takes_over("auditor", room)
    hand.press("A deal folder", "input[type=file]")
    tab.expect_files(begun)
    sends(hand, "Import", words="files were new or changed.")
    tab.go(who.origin + room + "audit/")
    opens(hand, "Begin a piece of work")
    chooses(tab, "id_level", "limited")
    days_of(hand, {"First day of work": (1, 4), "Last day of work": (3, 1)})
    writes(
        hand,
        {
            "What it is called": "The settlement of 2027",
            "Held against": "Exhibit B",
            "Decision of the committee": "committee_1",
            "Hours set aside": "30",
        },
    )
    is_for_everybody(tab)
    is_written(hand)
    opens(hand, "Declare your independence")
    writes(hand, {"What could sway you": "none", "How you are paid": "by the hour"})
    is_written(hand)
    opens(hand, "Choose a procedure")
    chooses(tab, "id_uses", "settlement_recomputation")
    writes(
        hand,
        {
            "What it is to find out": "Does each line follow from the terms?",
            "What is expected": "every line agrees to the cent",
            "The list, and how it is sorted": "lines of the payment file",
            "Lines of the list": "1000",
            "Lines to look at": "5",
            "Seed": "juniper payment lines",
        },
    )
    is_written(hand)
    sends(
        hand, "Tell both sides how this is drawn: .*", words="Both sides can draw the sample now."
    )
    is_for_everybody(tab)


def asks_for_evidence(who: People, hand: Mouse, rooms: dict[str, str]) -> str:
    """Ask the group for counts to read, in the joint room; return the name of the release."""
    tab = who.tab
    who.takes_over("auditor", rooms["joint"] + "evidence/")
    opens(hand, "Ask for evidence")
    hand.press("Room of Juniper Group", "input[type=radio]")
    writes(
        hand,
        {
            "What exactly": "patients by clinic and sex in 2027",
            "What for": "to see whom the payment lines rest on",
            "Why no less will do": "a total hides the clinics",
        },
    )
    hand.press("To read here: .*", "input[type=radio]")
    is_for_everybody(tab)
    sends(hand, "Ask", "main button", words="Asked. The side that was asked")
    is_for_everybody(tab)
    who.takes_over("owner", rooms["group"] + "evidence/")
    is_for_everybody(tab)
    opens(hand, "patients by clinic and sex in 2027", "Release of evidence")
    return str(tab.ask(_HERE)).split("/")[-2]


def gives_it(who: People, hand: Mouse, rooms: dict[str, str], release: str, counts: Path) -> None:
    """Prepare the counts in the group's room, where two people approve what leaves."""
    tab, room = who.tab, rooms["group"]
    tab.go(who.origin + room + "evidence/")
    hand.press("File", "input[type=file]")
    tab.expect_files(counts)
    sends(hand, "Put it into evidence/", words="The file is in evidence/.")
    tab.go(f"{who.origin}{room}evidence/{release}/")
    opens(hand, "Prepare it", "Prepare evidence")
    chooses(tab, "id_source", "counts:evidence/counts.csv")
    opens(hand, "Go on", "What would leave")
    writes(hand, {"What it is": "Patients by clinic and sex", "Whom it tells of": "2027"})
    is_for_everybody(tab)
    sends(hand, "Look at what would leave", words="Prepared. Two people look at it and approve it.")
    assert "not shown" in tab.text()
    is_for_everybody(tab)
    for name, words in (
        ("owner", "Approved. A second person must approve it."),
        ("teammate", "Two people approved it, and it was given"),
    ):
        who.takes_over(name, f"{room}evidence/{release}/")
        hand.press("Approve exactly this")
        sends(hand, "Yes.*", "dialog button", words=words)


def reads_it(who: People, hand: Mouse, rooms: dict[str, str], release: str) -> None:
    """Sign the agreement in the auditor's room, and read what was given."""
    tab = who.tab
    who.takes_over("auditor", rooms["auditor"] + "evidence/")
    is_for_everybody(tab)
    tab.go(f"{who.origin}{rooms['auditor']}evidence/{release}/")
    assert "Open it" not in tab.text()
    is_for_everybody(tab)
    hand.press("I have read this, and agree to it", "input[type=checkbox]")
    sends(hand, "Sign", "main button", words="Signed. You can open it now.")
    sends(hand, "Open it", words="To read, not to keep")
    assert "not shown" in tab.text()
    is_for_everybody(tab)


def finds_something(who: People, hand: Mouse, rooms: dict[str, str]) -> None:
    """Write a workpaper that another looks over, and tell both sides a finding."""
    tab, page = who.tab, rooms["auditor"] + "audit/"
    tab.go(who.origin + page)
    opens(hand, "Write a workpaper")
    writes(hand, {"What came out": "Line 15 was taken before Line 13.", "Lines that failed": "1"})
    writes(hand, {"A file that stays with its owner": "lines.csv", "Its SHA-256": "ab" * 32})
    is_written(hand)
    opens(hand, "Write down what was seen")
    writes(hand, {"What was seen": "Line 15 is taken before Line 13."})
    day = datetime.now(UTC).date()
    writes_a_day(hand, "On", f"{day:%m%d%Y}", day.isoformat())
    is_written(hand)
    who.takes_over("second", page)
    sends(hand, "I have looked over .*", words="You have looked it over")
    who.takes_over("auditor", page)
    opens(hand, "Draft a finding")
    hand.press("Plan", "input[type=checkbox]")
    chooses(tab, "id_significance", "high")
    hand.press("Line 15 is taken before Line 13.", "input[type=checkbox]")
    writes(
        hand,
        {
            "In a few words": "Lines are taken out of order",
            "How it should be": "Line 13 comes first.",
            "How it is": "Line 15 comes first.",
            "Why": "An older sheet was used.",
            "What follows": "The payment is $4,108.00 too low.",
            "What to do": "Work it out again.",
        },
    )
    is_for_everybody(tab)
    is_written(hand)
    sends(hand, "Tell both sides: .*", words="Both sides read the finding now")
    is_for_everybody(tab)


def answers_and_is_followed_up(who: People, hand: Mouse, rooms: dict[str, str]) -> None:
    """Let the plan answer the finding, and another than the plan verify what was done."""
    tab = who.tab
    who.takes_over("plan", rooms["joint"] + "audit/")
    sees(tab, "Line 15 comes first.")
    is_for_everybody(tab)
    opens(hand, "Answer: Lines are taken out of order", "Answer a finding")
    chooses(tab, "id_answer", "agree")
    writes(hand, {"What will be done": "It is worked out again.", "Who does it": "data lead"})
    days_of(hand, {r"Until when \(optional\)": (5, 1)})
    is_for_everybody(tab)
    sends(hand, "Write it down", words="Your answer is written down")
    who.takes_over("second", rooms["auditor"] + "audit/")
    opens(hand, "Verify what was put right")
    chooses(tab, "id_result", "closed")
    writes(hand, {"What you did to find out": "Worked out the lines again."})
    writes(hand, {"A file that stays with its owner": "again.csv", "Its SHA-256": "cd" * 32})
    is_written(hand)
    who.takes_over("owner", rooms["joint"] + "audit/")
    sees(tab, "It is put right.")
    sees(tab, "It is worked out again.")
    assert "An older sheet was used." in tab.text()
    is_for_everybody(tab)


def finds_every_door_shut(who: People, rooms: dict[str, str], release: str) -> None:
    """Let the plan try the group's room, the auditor's room, and what was given."""
    tab = who.tab
    asked = [
        *(rooms["group"] + one for one in ("", "evidence/", f"evidence/{release}/", "export/")),
        *(rooms["auditor"] + one for one in ("", "audit/", "audit/take/json/", "committee/")),
        *(rooms["auditor"] + one for one in ("evidence/", f"evidence/{release}/", "export/")),
        rooms["auditor"] + "file/?path=audit.toml",
        f"{rooms['joint']}evidence/{release}/",
    ]
    for to in asked:
        who.takes_over("plan", to)
        assert status(tab) == 404, to
        assert "There is nothing at this address" in tab.text()
    tab.go(who.origin + rooms["plan"])
    assert status(tab) == 200
    tab.go(who.origin + rooms["joint"] + "audit/")
    assert status(tab) == 200
    assert "lines.csv" not in tab.text()
    tab.go(who.origin + rooms["joint"] + "evidence/")
    assert "Elm" not in tab.text()


def writes(hand: Mouse, fields: Mapping[str, str]) -> None:
    """Write into fields by their labels, whether they must be filled or not."""
    for name, text in fields.items():
        hand.write(rf"{re.escape(name)}( \(optional\))?", text)


def days_of(hand: Mouse, fields: Mapping[str, tuple[int, int]]) -> None:
    """Type days of next year into fields, each as month and day."""
    year = datetime.now(UTC).year + 1
    for name, (month, day) in fields.items():
        typed = date(year, month, day)
        writes_a_day(hand, name, f"{typed:%m%d%Y}", typed.isoformat())


def opens(hand: Mouse, name: str, title: str = "") -> None:
    """Press a link, and wait for the page of a title; it is the link's own where none is named."""
    hand.press(name)
    hand.tab.until("!window.stays")
    wanted = json.dumps(title or name)
    hand.tab.until(f"document.querySelector('h1')?.innerText.trim() === {wanted}")
    hand.tab.settle()


def sends(hand: Mouse, name: str, among: str = PRESSED, *, words: str) -> None:
    """Press something that leads to another page, and wait for words of that page."""
    hand.press(name, among)
    hand.tab.until("!window.stays")
    sees(hand.tab, words)


def is_written(hand: Mouse) -> None:
    """Send an entry of the audit, and see that it stands there."""
    sends(hand, "Write it down", words="Written down; it stands in audit.toml")


def status(tab: Tab) -> object:
    """The status of the page that is open."""
    return tab.ask("performance.getEntriesByType('navigation')[0].responseStatus")


def is_for_everybody(tab: Tab) -> None:
    """Look at the page once, in every light and width."""
    assert faults(tab) == {}
