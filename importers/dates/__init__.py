"""Dates in text, and the days that they are.

`find_dates` is the door for whoever has a text and a day to read it from; the importers themselves go to the rooms behind it:
where dates may stand (`triggers`), their words and grammar (`words`, `grammar`), what each form means (`forms`, `relative`,
`values`), what is none (`veto`), and which days are meant (`resolve`).
"""

from importers.dates.finding import DateMention, find_dates

__all__ = ["DateMention", "find_dates"]
