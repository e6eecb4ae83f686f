"""ROSTER: the units."""

from docgen.lint.rule import loaded
from docgen.lint.rules.roster import row_not_in_order

RULES = loaded(row_not_in_order)
