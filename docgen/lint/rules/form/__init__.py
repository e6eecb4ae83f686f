"""FORM: forms and tables, their limits and cells, what is left over in them."""

from docgen.lint.rule import Loaded

RULES: tuple[Loaded, ...] = ()
