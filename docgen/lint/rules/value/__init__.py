"""VALUE: values typed twice."""

from docgen.lint.rule import Loaded

RULES: tuple[Loaded, ...] = ()
