"""YEAR: the campaign's year wherever it is typed."""

from docgen.lint.rule import loaded
from docgen.lint.rules.year import form_of_another_year, id_of_another_year, title_of_another_year

RULES = loaded(title_of_another_year, form_of_another_year, id_of_another_year)
