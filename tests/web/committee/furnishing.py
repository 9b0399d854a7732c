"""A committee of two seats that decided once: something of every kind its pages show."""

from datetime import date
from typing import TYPE_CHECKING

from fairterms.audit.committee.ballot import Vote
from fairterms_web.committee import closing, dissents, votes
from fairterms_web.committee.actions import Appointment, Notice, appoint, notice, open_vote
from fairterms_web.committee.votes import Cast as CastVote
from fairterms_web.deals.actions import save_files
from fairterms_web.rooms.walls import acting

if TYPE_CHECKING:
    from tests.web.cast import Cast

CHARTER = b"""[charter]
version = 1
effective_from = 2027-01-01
minutes_due_days = 14

[[constituency]]
id = "group"
title = "group practices"

[[constituency]]
id = "plans"
title = "health plans"

[[seat]]
id = "group_1"
constituency = "group"

[[seat]]
id = "plan_1"
constituency = "plans"

[chair]
deputy = "appointed with the chair"
in_base = false

[quorum]
min_present = 1
min_per_constituency = 0
recused_count = true

[[motion]]
id = "both"
title = "What both must want"
basis = "cast"
threshold = "1/2"
tie = "lost"
concurrence = ["plans"]
concurrence_if_recused = "lost"
"""
DAY = date(2027, 3, 1)


def furnish(cast: "Cast") -> None:
    """Let the cast's one member hold a seat, vote, lack a concurrence, and add a page of dissent.

    The auditor's room is furnished; there is no other for a committee.
    """
    by = cast.entered("auditor", "auditor")
    with acting(by.actor):
        save_files(by=by, files={"charter.toml": CHARTER}, note="made up")
        holder = cast.people["committee member"].id
        appoint(by=by, who=Appointment("group_1", holder, "the members", DAY))
        motion = notice(by=by, given=Notice("Look again", "both", "At the lists.", DAY, DAY)).id
        open_vote(by=by, motion_id=motion)
    member = cast.entered("committee member", "auditor")
    with acting(member.actor):
        votes.vote(by=member, motion_id=motion, cast=CastVote(Vote.YES, "made up"))
    with acting(by.actor):
        closing.close(by=by, motion_id=motion, on=DAY)
    with acting(member.actor):
        dissents.add(by=member, motion_id=motion, text="Made up.", on=DAY)
