"""YEAR: the campaign's year wherever it is typed."""

FILES = ("title_of_another_year", "form_of_another_year", "id_of_another_year")
