"""OPEN: what a person has still to decide."""

from docgen.lint.rule import loaded
from docgen.lint.rules.open_points import todo_left

RULES = loaded(todo_left)
