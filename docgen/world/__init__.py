"""The outside world, in one place: files, fonts, external programs, the clock."""
