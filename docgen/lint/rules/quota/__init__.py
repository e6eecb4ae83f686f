"""QUOTA: numbers of places."""

from docgen.lint.rule import loaded
from docgen.lint.rules.quota import hard_and_soft_at_once, parts_that_do_not_add_up, quota_of_no_unit

RULES = loaded(parts_that_do_not_add_up, quota_of_no_unit, hard_and_soft_at_once)
