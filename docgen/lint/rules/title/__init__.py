"""TITLE: 标题, the notice's own and those it names."""

FILES = (
    "mark_at_the_end",
    "no_kind",
    "no_guanyu",
    "two_kinds",
    "preposition_twice",
    "marks_within",
    "regulation_without_marks",
    "plan_with_marks",
    "marks_within_marks",
    "number_in_title",
    "another_kind_in_the_words",
    "torn_word",
    "hourglass",
    "long_title",
    "notice_of_notice",
    "no_de_before_kind",
    "another_issuer",
    "one_character_on_last_line",
)
