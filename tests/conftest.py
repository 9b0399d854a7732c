"""How many made-up cases a property is tried on: fewer in the quick tests, other ones each time."""

from hypothesis import settings

settings.register_profile("quick", max_examples=40)
settings.register_profile("thorough", max_examples=400)
# Chosen with --hypothesis-profile=thorough; a test that names its own number keeps it.
settings.load_profile("quick")
