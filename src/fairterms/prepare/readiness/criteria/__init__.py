"""One criterion a module, one constant ``CRITERION`` in it; a pure function of what is known."""
