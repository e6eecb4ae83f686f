"""SUP: what goes with the superior's campaign."""

from docgen.lint.rule import Loaded

RULES: tuple[Loaded, ...] = ()
