"""ALLOW: what is wrong with an allowance itself."""

from docgen.lint.rule import loaded
from docgen.lint.rules.allow import allowance_of_no_rule, allowance_without_reason, unused_allowance

RULES = loaded(unused_allowance, allowance_of_no_rule, allowance_without_reason)
