"""Gaming: what is worth asking about, of both sides, by one standard of proof.

A signal is a pattern with innocent explanations. It says what to ask and what would settle it, and
never what anybody meant.
"""
