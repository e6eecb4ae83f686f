"""GENRE: 文种 and the words that go with it."""

FILES = (
    "request_within_notice",
    "polite_form_downward",
    "orders_in_letter",
    "orders_to_governments",
    "ending_of_another_kind",
    "longer_than_policy_asks",
    "report_on_carrying_out",
)
