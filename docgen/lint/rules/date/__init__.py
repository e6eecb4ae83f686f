"""DATE: 成文日期, the date of issue, and dates in the words."""

from docgen.lint.rule import loaded
from docgen.lint.rules.date import (
    chinese_numerals_in_date,
    date_not_whole,
    date_with_dots,
    hao_for_day,
    impossible_date,
    leading_zero_in_date,
    printed_before_issue,
    printed_long_after_issue,
    two_digit_year_in_date,
)

RULES = loaded(
    leading_zero_in_date,
    chinese_numerals_in_date,
    date_not_whole,
    date_with_dots,
    two_digit_year_in_date,
    impossible_date,
    hao_for_day,
    printed_before_issue,
    printed_long_after_issue,
)
