"""TIME: weekdays, deadlines, periods, years."""

from docgen.lint.rule import loaded
from docgen.lint.rules.time import (
    another_deadline_in_the_form,
    another_year_in_the_text,
    closing_date_with_before,
    deadline_before_issue,
    deadline_on_a_day_off,
    in_force_before_issue,
    jiezhi_with_a_date,
    period_reversed,
    short_span,
    time_without_date,
    wrong_weekday,
)

RULES = loaded(
    wrong_weekday,
    deadline_before_issue,
    period_reversed,
    deadline_on_a_day_off,
    jiezhi_with_a_date,
    closing_date_with_before,
    time_without_date,
    another_year_in_the_text,
    in_force_before_issue,
    another_deadline_in_the_form,
    short_span,
)
