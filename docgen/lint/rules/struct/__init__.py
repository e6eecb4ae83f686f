"""STRUCT: 层次序号和标题 of the body."""

from docgen.lint.rule import Loaded

RULES: tuple[Loaded, ...] = ()
