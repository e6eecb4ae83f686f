"""TIME: weekdays, deadlines, periods, years."""

FILES = (
    "wrong_weekday",
    "deadline_before_issue",
    "period_reversed",
    "deadline_on_a_day_off",
    "jiezhi_with_a_date",
    "closing_date_with_before",
    "time_without_date",
    "another_year_in_the_text",
    "in_force_before_issue",
    "another_deadline_in_the_form",
    "short_span",
    "edition_left_over",
    "plan_before_issue",
)
