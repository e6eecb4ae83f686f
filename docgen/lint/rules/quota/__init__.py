"""QUOTA: numbers of places."""

FILES = (
    "parts_that_do_not_add_up",
    "quota_of_no_unit",
    "hard_and_soft_at_once",
    "parts_in_the_words",
    "total_typed_otherwise",
)
