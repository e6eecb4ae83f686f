"""SUP: what goes with the superior's campaign."""

from docgen.lint.rule import loaded
from docgen.lint.rules.superior import deadline_not_before_the_superiors, form_that_deviates, superior_not_cited

RULES = loaded(deadline_not_before_the_superiors, form_that_deviates, superior_not_cited)
