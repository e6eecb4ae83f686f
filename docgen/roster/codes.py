"""The numbers of what can be wrong with a roster (``L``, a list of units): L148.

A number never changes its meaning; a new fault takes a new number.
"""

from __future__ import annotations

from enum import IntEnum


class Code(IntEnum):
    """One fault, one number."""

    # The file
    NO_FILE = 100
    """The file does not exist."""
    NOT_A_FILE = 101
    """A folder, where a file is meant."""
    UNREADABLE = 102
    """The file cannot be read."""
    WRONG_FILE = 103
    """A file of another kind: by its ending, or by what is in it."""
    ENCRYPTED = 104
    """A workbook with a password."""
    DAMAGED = 105
    """A workbook that cannot be opened."""
    NOTHING_IN_IT = 106
    """No rows at all, or none but the header."""
    NO_SHEET = 107
    """The sheet that was asked for is not there."""
    TOO_LARGE = 108
    """More than any roster has."""
    NOT_TEXT = 109
    """A text in an unknown encoding."""
    CSV = 110
    """Quotation marks that do not close."""
    YAML = 111
    """YAML that is not a list of units."""
    OUTSIDE = 112
    """The campaign names a roster outside its folder."""
    NO_ROSTER = 113
    """No roster is named at all."""
    FAILED_ROWS_CHANGED = 114
    """A workbook of failed rows that somebody has changed since."""

    # The header
    NO_HEADER = 120
    """No row that names the columns."""
    HEADER_TAKEN = 121
    """Which row was taken for the header."""
    UNKNOWN_COLUMN = 122
    """A column that means nothing to the campaign."""
    TWO_COLUMNS = 123
    """Two columns for one thing."""
    MISSING_COLUMN = 124
    """A column that must be there is not."""
    UNKNOWN_KEY = 125
    """A column named after a key that the campaign does not have, or that a row cannot change."""
    COLUMN_NOT_THERE = 126
    """``columns:`` of the campaign speaks of a header that the roster does not have."""
    AMBIGUOUS = 127
    """A column that could be several fields."""
    MERGED = 128
    """Merged cells; their value counts for every row."""
    HIDDEN = 129
    """Hidden rows; they are read, too."""

    # A cell
    EMPTY = 140
    """Nothing, where something must be."""
    ERROR_VALUE = 141
    """#REF!, #N/A."""
    NO_VALUE = 142
    """A formula whose value was not saved with it."""
    CONTROL_CHARACTER = 143
    """A character that cannot be printed."""
    DIGITS_LOST = 144
    """A number so long that Excel has lost its last digits."""
    TOO_LONG = 145
    """Over the word limit."""
    NOT_A_CHOICE = 146
    """Not one of the words that may stand here."""
    NOT_A_DAY = 147
    """No date, or one that the calendar does not know."""
    NOT_A_NUMBER = 148
    """No number."""
    PHONE = 149
    """No telephone number, or one without area code."""
    MOBILE = 150
    """No mobile number."""
    EMAIL = 151
    """No mail address."""
    CREDIT_CODE = 152
    """No 统一社会信用代码."""
    ID_NUMBER = 153
    """No 公民身份号码."""
    POSTCODE = 154
    """No postal code."""
    OVERRIDE = 155
    """A value that does not fit the campaign."""
    TURNED_INTO_DATE = 156
    """Excel has made a date of it."""
    DITTO = 157
    """同上."""
    TAG = 158
    """Braces as they stand around tags."""

    # A row
    DUPLICATE = 170
    """The unit stands in another row, too."""
    OVER_QUOTA = 171
    """More than the quota, or less than its least."""
    OVER_TOTAL = 172
    """With this row, more than the quota for all together."""
    BEYOND_HEADER = 173
    """Something stands to the right of the last column that the header has."""


def numbered(code: Code) -> str:
    """``L148``."""
    return f"L{code.value}"
