"""Every page, asked of a real browser: light and dark, wide and narrow, and without scripts."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import urlsplit

import pytest

from tests.browser.chromium import MISSING, PROGRAM
from tests.web.journeys import furnished
from tests.web.journeys.crawl import Crawl, Seen
from tests.web.journeys.hands import Mouse
from tests.web.journeys.tab import Tab, opened
from tests.web.journeys.workspace import served
from tests.web.strangers.addresses import addresses

pytestmark = [pytest.mark.slow, pytest.mark.skipif(PROGRAM is None, reason=MISSING)]

_SENT: Final = "it only takes what is sent"
_FILE: Final = "it gives a file"
_PART: Final = "it gives a part of a page"
_ELSEWHERE: Final = "it is shown to those who have a device or another organisation's account"
NO_PAGE: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        (
            "look:theme",
            "people:end-sessions",
            "rooms:open",
            "rooms:end",
            "rooms:withdraw",
            "rooms:take",
            "start:sample",
            "start:upload",
            "start:import",
            "start:remove",
            "start:put-back",
            "jobs:ask",
            "jobs:cancel",
            "jobs:again",
            "ledgers:ask",
            "negotiate:confirm",
            "negotiate:seal",
            "practice:back",
            "practice:again",
            "reconcile:upload",
            "reconcile:ask",
            "ethics:open",
            "ethics:invite",
            "ethics:take-in",
            "ethics:agree",
            "ethics:move",
            "ethics:answer",
            "ethics:look",
            "monitor:look",
            "monitor:confirm",
            "monitor:record",
            "audit:review",
            "audit:publish",
            "audit:issue",
            "committee:charter",
            "committee:seat",
            "committee:notice",
            "committee:open",
            "committee:withdraw",
            "committee:vote",
            "committee:close",
            "committee:dissent",
            "evidence:upload",
            "evidence:approve",
            "evidence:decline",
            "evidence:sign",
            "evidence:read",
            "evidence:destroy",
            "risks:propose",
            "simulate:run",
            "simulate:longer",
            "terms:check",
            "terms:begin",
            "terms:fill",
            "api:revoke-token",
        ),
        _SENT,
    ),
    **dict.fromkeys(
        (
            "rooms:copied-file",
            "start:export",
            "ledgers:ledger",
            "ledgers:key",
            "ledgers:note",
            "ledgers:proof",
            "negotiate:take",
            "practice:take",
            "decide:take",
            "decide:take_earlier",
            "outcomes:take",
            "risks:take",
            "reconcile:take",
            "monitor:take",
            "audit:take",
            "evidence:content",
            "committee:take",
            "read:take",
            "simulate:take",
            "terms:take",
            "learn:certificate-pdf",
            "mfa_download_recovery_codes",
            "api:openapi",
            "api:not-there",
            "api:nothing-there",
        ),
        _FILE,
    ),
    **dict.fromkeys(
        ("ethics:report", "ethics:speak-up", "ethics:follow"),
        "it is looked at by whoever speaks up and whoever reads it (test_speaking_up.py)",
    ),
    "look:parts": "it is for those who make the workspace, and shown to them alone",
    **dict.fromkeys(
        (
            "account_confirm_login_code",
            "mfa_authenticate",
            "mfa_reauthenticate",
            "mfa_deactivate_totp",
            "mfa_view_recovery_codes",
            "mfa_generate_recovery_codes",
            "mfa_list_webauthn",
            "mfa_reauthenticate_webauthn",
            "mfa_remove_webauthn",
            "mfa_edit_webauthn",
            "mfa_login_webauthn",
            "socialaccount_signup",
            "accounts/social/login/cancelled/",
            "accounts/social/login/error/",
            "accounts/social/signup/",
            "accounts/social/connections/",
            "openid_connect_login",
            "openid_connect_callback",
        ),
        _ELSEWHERE,
    ),
    **dict.fromkeys(
        ("evidence:ask", "evidence:one", "evidence:prepare"),
        "the sample has no auditor; the journey of released evidence looks at it",
    ),
    **dict.fromkeys(
        ("audit:add", "audit:respond"),
        "the sample has no auditor; the journey of an audit looks at it",
    ),
    "people:enter": "it lets in and leads on",
    "read:changes": "the sample has one version of its contract",
    "read:redline": _FILE,
    "reconcile:found": "the sample has no statement; the journey after signing looks at it",
    "learn:find": "it leads to a certificate",
    "learn:certify": "nobody passed a quiz; the journey of learning looks at it",
    "learn:certificate": "nobody passed a quiz; the journey of learning looks at it",
    "learn:course": "the sample has no course; the journey of learning looks at one",
    "learn:course-quiz": "the sample has no course; the journey of learning looks at one",
    "committee:motion": "nothing is voted on; the journey of an audit looks at it",
    "jobs:progress": _PART,
    "simulate:refine": _PART,
    "read:finding": _PART,
}
"""Addresses that show no page, each with the reason."""
PAGES: Final = [one.name for one in addresses() if one.name not in NO_PAGE]
EXCUSED: Final[Mapping[str, str]] = {
    # A passkey is made by the browser, which only a script can ask for it.
    "mfa_add_webauthn": "forms that go nowhere without scripts",
    # Where the link is dead the sign-in package leaves a form without its button, unseen.
    "account_reset_password_from_key": "forms that go nowhere without scripts",
}
"""What may be wrong with a page, each with the reason."""
BEFORE_SIGNING_IN: Final = (
    "/accounts/login/",
    "/accounts/signup/",
    "/accounts/inactive/",
    "/accounts/confirm-email/",
    "/accounts/confirm-email/none/",
    "/accounts/password/reset/",
    "/accounts/password/reset/done/",
    "/accounts/password/reset/key/done/",
    "/accounts/password/reset/key/none-none/",
    "/accounts/3rdparty/login/cancelled/",
    "/accounts/3rdparty/login/error/",
    "/invitations/none/",
    "/look/words/",
)
SIGNED_IN: Final = ("/", "/accounts/2fa/", "/accounts/email/", "/accounts/password/set/")
"""Who was let in by a link has no password yet, and may make one."""
OF_A_PASSWORD: Final = ("/accounts/reauthenticate/", "/accounts/password/change/")
BELOW_A_ROOM: Final = ("work/", "simulate/keep/", "practice/scorecards/")
"""Addresses that no link of a room's first pages leads to."""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Seen]]:
    home = tmp_path_factory.mktemp("home")
    with served(home) as address, opened() as tab:
        tab.go(address)
        yield looked_at(tab)


def looked_at(tab: Tab) -> list[Seen]:
    """Furnish the workspace, and look at every page of it."""
    hand = Mouse(tab)
    crawl = Crawl(tab, lambda name: bool(name) and name not in NO_PAGE)
    furnished.work_everything_out(tab, hand)
    furnished.ask_for_a_long_run(tab, hand)
    invitations = []
    for answer in furnished.meet_the_plan(tab, hand):
        crawl.note(answer)
        invitations.append(str(tab.ask("document.getElementById('link')?.value")))
    own = urlsplit(furnished.group_room(tab)).path
    crawl.walk((*SIGNED_IN, *(own + one for one in BELOW_A_ROOM)))
    for answer in furnished.come_in(tab, hand, invitations[1]):
        crawl.note(answer)
    crawl.walk((str(tab.ask("location.pathname")),))
    for path in OF_A_PASSWORD:
        crawl.visit(path)
    tab.say("Network.clearBrowserCookies")
    crawl.walk(BEFORE_SIGNING_IN)
    return crawl.seen


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_for_everybody(seen: list[Seen], name: str) -> None:
    found = [one for one in seen if one.name == name]
    assert found, "no link leads there: say in NO_PAGE why, or lead there"
    excused = {EXCUSED.get(name)}
    assert {one.path: one.faults for one in found if one.faults.keys() - excused} == {}


def test_an_answer_to_what_was_sent_is_for_everybody(seen: list[Seen]) -> None:
    found = [one for one in seen if not one.name]
    assert len(found) == 5
    assert {one.path: one.faults for one in found if one.faults} == {}


def test_no_two_pages_of_a_room_have_the_same_title(seen: list[Seen]) -> None:
    inside = [one for one in seen if one.room and "?" not in one.path]
    plain = {(one.room, one.name, one.title) for one in inside}
    titles = Counter((room, title) for room, _, title in plain)
    assert [one for one, count in titles.items() if count > 1] == []
    assert all(one.title for one in seen)
