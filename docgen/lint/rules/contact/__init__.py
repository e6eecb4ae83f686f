"""CONTACT: telephone numbers, addresses, whom to ask."""

from docgen.lint.rule import Loaded

RULES: tuple[Loaded, ...] = ()
