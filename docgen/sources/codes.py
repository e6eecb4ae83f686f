"""The numbers of what can be wrong with a written file; a letter before them tells which file: C102, F102.

``C`` is a campaign, ``F`` a form. A number never changes its meaning; a new fault takes a new number.
"""

from __future__ import annotations

from enum import IntEnum


class Code(IntEnum):
    """One fault, one number."""

    # A value
    UNKNOWN_KEY = 100
    """A key that has no meaning at this place."""
    WRONG_TYPE = 101
    """A text, a list or a mapping stands where something else is meant."""
    NOT_A_DAY = 102
    """A date that the calendar does not know, or that is not written 2020-03-01."""
    NOT_A_NUMBER = 103
    """No plain number: 0471, 1e3, 二十."""
    NOT_YES_NO = 104
    """Neither true nor false, 是 nor 否."""
    NOT_A_CHOICE = 105
    """Not one of the words that may stand here."""
    MISSING = 106
    """A key that must be there is not."""
    EMPTY = 107
    """A key, a list or an entry with nothing in it."""
    WRONG_FORM = 108
    """A name, time of day or copy number that is not written as it must be."""
    OUT_OF_RANGE = 109
    """A number too large or too small."""
    TOO_LONG = 110
    """A text with too many characters, or a list with too many entries."""
    NOT_A_DOCUMENT_NUMBER = 111
    """Not written as 津人社办函〔2020〕124号."""

    # What a campaign's parts say together
    QUOTA = 120
    """A quota without a number, or whose least is above its most."""
    ANNEX_CONTENT = 121
    """An annex with neither form nor body, or with both."""
    BODY_CONTENT = 122
    """A campaign with neither body nor body_file, or with both."""
    SAME_ANNEX = 123
    """Two annexes with one id."""
    TITLE_LINES = 124
    """Title lines that together are not the title."""
    UNKNOWN_CONTACT = 125
    """A material goes to a contact that the campaign does not have."""

    # What a form's parts say together
    CELL = 140
    """A cell that is several things at once, or lacks the field its keys speak of."""
    GRID = 141
    """A form with neither a table nor tables, or with both."""
    ROW_WIDTH = 142
    """Cells of a row that do not fill its columns."""
    ROW_SPAN = 143
    """A cell that reaches below the last row."""
    TOO_WIDE = 144
    """Columns wider than the page."""
    SAME_FIELD = 145
    """Two fields with one id."""
    OPTIONS = 146
    """A choice without options, or options without a choice."""
    HEADER_ROWS = 147
    """More header rows than rows."""
    FORM_ID = 148
    """A form whose id is not its folder's name."""

    WORD_FORM = 149
    """A form drawn in Word that is drawn here as well, or whose Word file cannot be read."""

    # The file
    NO_FILE = 160
    """The file does not exist."""
    NOT_A_FILE = 161
    """A folder, where a file is meant."""
    UNREADABLE = 162
    """The file cannot be read."""
    TOO_LARGE = 163
    """More than 5 MB."""
    NOT_UTF8 = 164
    """Another encoding, often GB18030."""
    NOTHING_IN_IT = 165
    """An empty file."""
    CONTROL_CHARACTER = 166
    """A character that cannot be printed."""
    OUTSIDE = 167
    """A file named by the campaign lies outside the campaign's folder."""

    # Its YAML
    SYNTAX = 180
    """The file is not YAML."""
    TAB = 181
    """A tab at the start of a line."""
    SAME_KEY = 182
    """A key written twice."""
    ODD_KEY = 183
    """A key that is not a text."""
    TAG = 184
    """A type written by hand: !!str."""
    SEVERAL_DOCUMENTS = 185
    """Several YAML documents in one file."""
    ALIAS = 186
    """An alias (*name) to nothing, or to what it stands in."""
    MERGE_KEY = 187
    """A merge key (<<)."""
    TOO_MUCH = 188
    """More values, or deeper ones, than any campaign has."""
