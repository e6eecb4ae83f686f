"""DATE: 成文日期, the date of issue, and dates in the words."""

FILES = (
    "leading_zero_in_date",
    "chinese_numerals_in_date",
    "date_not_whole",
    "date_with_dots",
    "two_digit_year_in_date",
    "impossible_date",
    "hao_for_day",
    "printed_before_issue",
    "printed_long_after_issue",
)
