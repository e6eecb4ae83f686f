"""DATE: 成文日期, the date of issue, and dates in the words."""

from docgen.lint.rule import Loaded

RULES: tuple[Loaded, ...] = ()
