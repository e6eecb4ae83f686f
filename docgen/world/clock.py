"""The clock: asked here and nowhere else, so that a build of the same inputs gives the same bytes."""

from __future__ import annotations

import datetime
import os


def today() -> datetime.date:
    """The day, here where the user is; the day of ``SOURCE_DATE_EPOCH`` (in UTC) if that is set."""
    epoch = source_date_epoch()
    if epoch is None:
        return datetime.date.today()
    return datetime.datetime.fromtimestamp(epoch, tz=datetime.UTC).date()


def source_date_epoch() -> int | None:
    """``SOURCE_DATE_EPOCH`` in seconds since 1970; None if it is not set or not a number of seconds."""
    value = os.environ.get("SOURCE_DATE_EPOCH", "")
    # The last second that a four-digit year can name; beyond it no date exists.
    return int(value) if value.isascii() and value.isdigit() and int(value) <= 253402300799 else None
