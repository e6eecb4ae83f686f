"""TITLE: 标题, the notice's own and those it names."""

from docgen.lint.rule import Loaded

RULES: tuple[Loaded, ...] = ()
