"""Ready indicators, one module each; a user takes one and sets its bounds."""
