"""How a patient changed: scores, episodes, and change by every published method, declared."""
