"""The cast with little in its rooms, for tests that put there what they need themselves."""

from fairterms_web.deals.actions import save_files
from fairterms_web.people.models import Person
from tests.web.cast import INSIDE, OUTSIDE, Cast, let_in, rooms_for

FILES = ("contract/01-agreement.txt", "notes.txt")


def make_light() -> Cast:
    """Make everybody and every room; the room of the group alone has two files."""
    # Nobody signs in with a password here, and to hash one takes long on purpose.
    people = {
        name: Person(email=f"{name.replace(' ', '.')}@example.org", is_active=name != OUTSIDE[-1])
        for name in (*INSIDE, *OUTSIDE)
    }
    Person.objects.bulk_create(people.values())
    cast = Cast(people, rooms_for(people))
    let_in(cast)
    with cast.acting_in("group") as by:
        texts = ("The agreement of the group room.", "What the group room thinks.")
        files = {path: text.encode() for path, text in zip(FILES, texts, strict=True)}
        save_files(by=by, files=files, note="made up")
    return cast
