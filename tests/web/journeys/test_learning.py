"""A learner reads a training, answers its quiz and prints the certificate, by keyboard alone."""

import base64
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pypdfium2
import pytest

from fairterms.reference.lesson import lessons
from fairterms.reference.quiz import Asked, draw
from tests.browser.chromium import MISSING, PROGRAM
from tests.reference.test_course import TEXT, question
from tests.web.journeys.furnished import sees
from tests.web.journeys.hands import Keyboard, Mouse
from tests.web.journeys.pages import faults
from tests.web.journeys.tab import Tab, opened
from tests.web.journeys.workspace import served

pytestmark = [pytest.mark.slow, pytest.mark.skipif(PROGRAM is None, reason=MISSING)]

NAME: Final = "Quinn Sample"
_SEED: Final = "document.querySelector('input[name=seed]').value"
# The radio button that the keyboard stands on, by its question and its place.
_STANDS_ON: Final = """JSON.stringify([document.activeElement.name, document.activeElement.value,
  document.activeElement.checked])"""


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    """Somebody in a workspace without any deal."""
    folder = tmp_path_factory.mktemp("learning")
    with served(folder / "home", "--no-example") as address, opened() as one:
        one.keep_downloads(folder)
        one.go(address)
        yield one


def test_a_group_reads_its_own_course(tab: Tab, tmp_path: Path) -> None:
    hand = Mouse(tab)
    brings_a_course(hand, tmp_path)
    hand.press("Learn")
    sees(tab, "1 thing to mend in the courses")
    assert faults(tab) == {}
    hand.press("Our intake")
    sees(tab, "Fill it in.")
    assert faults(tab) == {}
    hand.press("Answer questions")
    sees(tab, "What is asked, 1?")
    assert faults(tab) == {}
    hand.press(r"This\.", "input[type=radio]")
    hand.press("Send my answers")
    sees(tab, "1 of 1 right.")
    assert faults(tab) == {}
    hand.press("Back to the course")
    sees(tab, "Fill it in.")


def brings_a_course(hand: Mouse, folder: Path) -> None:
    packed = folder / "larch.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("notes.txt", "What Larch thinks.")
        archive.writestr("lessons/intake.md", TEXT)
        archive.writestr("lessons/intake.toml", question(1))
    hand.press("Begin with your own contract")
    sees(hand.tab, "A new deal")
    for name, text in {
        "What the deal is called": "Larch 2027",
        "Your group": "Larch Group",
        "The health plan": "Aspen Plan",
    }.items():
        hand.write(name, text)
    hand.press("Open the deal")
    sees(hand.tab, "No files yet")
    hand.press("A deal folder", "input[type=file]")
    hand.tab.expect_files(packed)
    hand.press("Import")
    sees(hand.tab, "files were new or changed.")


# The last of all: at its end nobody is signed in any more.
def test_a_learner_earns_and_prints_a_certificate_by_keyboard_alone(tab: Tab) -> None:
    hand = Keyboard(tab)
    tab.go(f"{tab.ask('location.origin')}/learn/")
    sees(tab, "Five trainings")
    assert faults(tab) == {}
    reads_the_training(hand)
    answers_the_quiz(hand)
    code = makes_the_certificate(hand)
    said = printed(tab)
    wanted = (NAME, lessons()[0].title, "1.5 hours", "12 of 12 answers right", code)
    assert [one for one in wanted if "".join(one.split()) not in said] == []
    is_known_to_strangers(tab, hand, code)
    assert hand.wrong == []
    assert hand.stops > 30


def reads_the_training(hand: Keyboard) -> None:
    tab = hand.tab
    hand.press(r"1\. Foundations of healthy contracting")
    sees(tab, "What this training explains")
    hand.press(r"5\. Risk transfer without adjustment")
    tab.until("location.hash === '#section-5'")
    hand.press("The data behind this chart|Data behind.*|.*numbers.*", "summary")
    assert faults(tab) == {}
    hand.reach("loss cap", "a.term")
    tab.until("document.querySelector('.meaning')?.textContent === 'The most the group can owe.'")


def answers_the_quiz(hand: Keyboard) -> None:
    tab = hand.tab
    hand.press("Answer the quiz")
    sees(tab, "Questions: Foundations")
    hand.press("Send my answers")
    sees(tab, "Please look at this again")
    assert faults(tab) == {}
    for one in draw(lessons()[0], int(str(tab.ask(_SEED)))):
        chooses(hand, one)
    hand.press("Send my answers")
    sees(tab, "12 of 12 right.")
    assert faults(tab) == {}


def chooses(hand: Keyboard, asked: Asked) -> None:
    """Go to the first answer with Tab, and to the right one with the arrows."""
    tab, name = hand.tab, f"answer_{asked.question.id}"
    for _ in range(200):
        if json.loads(str(tab.ask(_STANDS_ON)))[0] == name:
            break
        tab.press("Tab", 9)
        hand.stops += 1
    if asked.right == 0:
        tab.press(" ", 32, " ")
    for _ in range(asked.right):
        tab.press("ArrowDown", 40)
    assert json.loads(str(tab.ask(_STANDS_ON))) == [name, str(asked.right), True]


def makes_the_certificate(hand: Keyboard) -> str:
    tab = hand.tab
    hand.press("Get the certificate")
    sees(tab, "You passed: Foundations")
    hand.write("Your name, as it is to stand on the certificate", NAME)
    assert faults(tab) == {}
    hand.press("Make the certificate")
    sees(tab, "It is genuine.")
    assert faults(tab) == {}
    return str(tab.ask("location.pathname.split('/').at(-2)"))


def printed(tab: Tab) -> str:
    """Print the page that is open, and give its words without spaces."""
    content = base64.b64decode(str(tab.say("Page.printToPDF")["data"]))
    document = pypdfium2.PdfDocument(content)
    try:
        return "".join(
            "".join(page.get_textpage().get_text_range().split()) for page in document
        ).replace("\ufffe", "-")
    finally:
        document.close()


def is_known_to_strangers(tab: Tab, hand: Keyboard, code: str) -> None:
    """Look the code up as somebody to whom the print was shown."""
    tab.say("Network.clearBrowserCookies")
    tab.go(f"{tab.ask('location.origin')}/learn/")
    hand.write("Verification code", code.upper())
    hand.press("Check it")
    sees(tab, NAME)
    tab.go(f"{tab.ask('location.origin')}/learn/certificates/0000-0000/")
    sees(tab, "No certificate has this code")
    assert faults(tab) == {}
